/** The kiosk in plain Node with a Chromium of its own, driven over a pipe; a browser that ends is started again. */
import type { Push, PushName } from '#contract/bridge.ts';
import type { OpenShell } from '../shell.ts';
import { openBrowser, type Browser, type ChromiumOptions } from './browser.ts';

/** A browser that can't stay up is tried again this often; the supervisor of the whole unit sees the log. */
const RESTART_AFTER_MS = 1_000;

/** The profile folder is emptied at each start: it must be the shell's own. */
export function openChromiumShell(options: ChromiumOptions): OpenShell {
  return async (host, size) => {
    let browser: Browser | null = null;
    let closing = false;
    let cancelRestart = (): void => {};

    const start = async (): Promise<void> => {
      const opened = await openBrowser(options, host, size);
      browser = opened;
      if (closing) await opened.close();
      void opened.exited.then((why) => {
        browser = null;
        lost(why);
      });
    };
    const lost = (why: string): void => {
      if (closing) return;
      host.gone(why);
      cancelRestart = options.clock.after(RESTART_AFTER_MS, () => {
        start().catch((error: unknown) => lost(String(error)));
      });
    };

    await start();
    return {
      publish: <N extends PushName>(name: N, payload: Push<N>) => browser?.publish(name, payload),
      reload: async () => {
        await browser?.reload();
      },
      close: async () => {
        closing = true;
        cancelRestart();
        await browser?.close();
      },
    };
  };
}
