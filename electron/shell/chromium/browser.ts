/** One run of Chromium, from its launch to its exit, showing one page that is ours. */
import { renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { EMPTY_PAGE, ORIGIN, type Shell, type ShellHost, type WindowSize } from '../shell.ts';
import { startCdp } from './cdp.ts';
import { chromiumArguments, isHeadless, type LaunchOptions } from './launch.ts';
import { lockBrowser, lockPage } from './lock-down.ts';
import { keepOnlyTarget } from './only-target.ts';
import { openPageBridge } from './page-bridge.ts';
import { pageSession } from './page-session.ts';
import { serveRequests } from './serve-requests.ts';
import { watchPage } from './watch.ts';
import { withoutNetwork } from './without-network.ts';

export interface ChromiumOptions extends LaunchOptions {
  readonly clock: Clock;
  /** `none`: the browser runs in an empty network namespace; needs a machine that allows it. */
  readonly network: 'none' | 'unreachable';
}

export interface Browser extends Shell {
  /** Resolves, with the reason in words, when this browser is no more. */
  readonly exited: Promise<string>;
}

/** A browser that has not shown the page by then hangs; a slow machine with a cold disk takes a few seconds. */
const START_LIMIT_MS = 60_000;
/** The process that is to draw the page can die on its way there, and the browser tells nobody. */
const HOME_AGAIN_MS = 8_000;

const Ready = z.object({ name: z.string(), frameId: z.string() });

/**
 * Starts the browser before it returns, as everything else can be done meanwhile. Resolves when the page has loaded.
 * Rejects, with the browser gone, when it can't be shown within a minute.
 */
export async function openBrowser(options: ChromiumOptions, host: ShellHost, size: WindowSize): Promise<Browser> {
  const lastProfile = setAside(options.profileFolder);
  const args = chromiumArguments(options, size, process.getuid?.() === 0);
  const cdp =
    options.network === 'none'
      ? startCdp(...withoutNetwork(options.executable, args))
      : startCdp(options.executable, args);
  const stopLimit = options.clock.after(START_LIMIT_MS, () => cdp.kill());
  const forgotten = rm(lastProfile, { recursive: true, force: true });
  // Waited for below, when the page has loaded.
  forgotten.catch(() => {});
  try {
    const { target, session } = await keepOnlyTarget(cdp, isHeadless(options.extraFlags), () => cdp.kill());
    const page = pageSession(cdp, target, session);
    const home = (): void => page.tell('Page.navigate', { url: `${ORIGIN}/` });
    const onceLoaded: (() => void)[] = [];
    let stopExpecting = (): void => {};
    const expectHome = (): void => {
      stopExpecting();
      stopExpecting = options.clock.after(HOME_AGAIN_MS, () => {
        host.gone('page did not load');
        home();
        expectHome();
      });
    };
    void cdp.exited.then(() => stopExpecting());

    const load = async (url: string): Promise<void> => {
      const loaded = new Promise<void>((resolve) => onceLoaded.push(resolve));
      await page.send('Page.navigate', { url });
      await Promise.race([loaded, cdp.exited.then((why) => Promise.reject(new Error(why)))]);
      // Without a history there is no way back to what was shown before.
      await page.send('Page.resetNavigationHistory');
    };

    await lockBrowser(cdp);
    const bridge = await openPageBridge(page, host.call);
    await serveRequests(page, host.asset);
    await lockPage(page, home);
    page.on('Page.lifecycleEvent', Ready, ({ name, frameId }) => {
      if (name === 'load' && frameId === target && bridge.connected()) {
        stopExpecting();
        for (const resolve of onceLoaded.splice(0)) resolve();
      }
    });
    page.on('Inspector.targetCrashed', z.unknown(), () => {
      host.gone('renderer crashed');
      home();
      expectHome();
    });
    await Promise.all([page.send('Inspector.enable'), page.send('Page.setLifecycleEventsEnabled', { enabled: true })]);
    await load(`${ORIGIN}/`);
    await forgotten;
    stopLimit();

    const stopWatch = watchPage({
      clock: options.clock,
      ask: () => page.send('Runtime.evaluate', { expression: '0' }),
      hung: () => {
        host.gone('renderer hung');
        // Its end is noticed above, like any other crash.
        page.tell('Page.crash');
      },
    });
    void cdp.exited.then(stopWatch);

    return {
      publish: bridge.publish,
      exited: cdp.exited,
      reload: async () => {
        await page.send('Storage.clearDataForOrigin', { origin: ORIGIN, storageTypes: 'all' });
        expectHome();
        // Another site means another process; from there lock-down leads home, into a third one.
        await load(EMPTY_PAGE);
      },
      close: async () => {
        stopWatch();
        // The pipe may break before the answer comes.
        await cdp.send('Browser.close').catch(() => {});
        await cdp.exited;
      },
    };
  } catch (error) {
    stopLimit();
    cdp.kill();
    await Promise.allSettled([cdp.exited, forgotten]);
    throw error;
  }
}

/** Every run begins as a new browser: no lock, no history and no cache of the one before. To move them takes no time. */
function setAside(profileFolder: string): string {
  const aside = `${profileFolder}.last`;
  // Left by a process that ended in its first second.
  rmSync(aside, { recursive: true, force: true });
  try {
    renameSync(profileFolder, aside);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return aside;
}
