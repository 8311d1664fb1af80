/** The shell contract on a real Chromium, and what only this shell promises. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chromiumOnTrial, type ChromiumOnTrial } from '#fixtures/browser/chromium-on-trial.ts';
import { contractSite, LAX_PATH } from '#fixtures/browser/contract-site.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { shellContract } from '#fixtures/browser/shell-contract.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { systemClock } from '../../main/system-clock.ts';
import { ORIGIN } from '../shell.ts';
import { openChromiumShell } from './chromium-shell.ts';
import { canLeaveNetwork } from './without-network.ts';

shellContract('ChromiumShell', () => chromiumOnTrial());

describe('ChromiumShell', () => {
  let trial: ChromiumOnTrial | null = null;
  const opened = async (clock?: HandClock): Promise<ChromiumOnTrial> => {
    trial = await chromiumOnTrial(clock);
    await expect.poll(() => trial?.evaluate('window.ready === true'), { interval: 20 }).toBe(true);
    return trial;
  };
  afterEach(async () => {
    await trial?.close();
    trial = null;
  });

  test('after a reload no renderer process of before is left', async () => {
    const { probe, reload } = await opened();
    const before = await probe.processes('renderer');
    expect(before).not.toEqual([]);
    await reload();
    await expect
      .poll(async () => (await probe.processes('renderer')).filter((id) => before.includes(id)), { interval: 20 })
      .toEqual([]);
  });

  test('a script in another world of the same page is not heard', async () => {
    const { probe, site, evaluate } = await opened();
    const { executionContextId } = z
      .object({ executionContextId: z.number() })
      .parse(await probe.page('Page.createIsolatedWorld', { frameId: await mainFrame(probe) }));
    const line = JSON.stringify({ id: 1, name: 'screen.trouble', request: { message: 'forged' } });
    const expression = `globalThis[Object.getOwnPropertyNames(globalThis).find((name) => name.startsWith('kioskSend'))](${JSON.stringify(line)}); 'sent'`;
    const sent = await probe.page('Runtime.evaluate', { contextId: executionContextId, expression });
    expect(sent).toMatchObject({ result: { value: 'sent' } });
    await evaluate(`kiosk.call('screen.trouble', { message: 'genuine' })`);
    expect(site.told).toEqual(['genuine']);
  });

  test('a download is cancelled', async () => {
    const { probe, evaluate } = await opened();
    await evaluate(`location.href = ${JSON.stringify(ORIGIN + LAX_PATH)}; 0`);
    await expect.poll(() => evaluate(`location.pathname`).catch(() => ''), { interval: 20 }).toBe(LAX_PATH);
    const ended = probe.event('Page.downloadProgress', z.object({ state: z.enum(['canceled', 'completed']) }));
    await evaluate(`(() => { const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt'; document.body.append(link); link.click(); })()`);
    expect(await ended).toEqual({ state: 'canceled' });
  });

  test('a page that hangs is replaced', async () => {
    const clock = new HandClock();
    const { probe, site, evaluate } = await opened(clock);
    await evaluate('window.hanging = true; setTimeout(() => { for (;;); }); 0');
    clock.forward(15_000);
    clock.forward(10_000);
    expect(site.gone).toEqual(['renderer hung']);
    await expect
      .poll(() => probe.evaluate(`window.ready === true && typeof hanging === 'undefined'`), {
        interval: 20,
        timeout: 10_000,
      })
      .toBe(true);
  });

  test('a browser that is killed is started again', async () => {
    const clock = new HandClock();
    const { probe, site } = await opened(clock);
    const [browser] = await probe.processes('browser');
    if (browser === undefined) throw new Error('no browser process');
    process.kill(browser, 'SIGKILL');
    await expect.poll(() => site.gone, { interval: 20 }).toEqual(['browser exited with SIGKILL']);
    clock.forward(1_000);
    await expect
      .poll(() => site.calls.filter((name) => name === 'session.view'), { interval: 20, timeout: 10_000 })
      .toHaveLength(2);
  });

  test('runs in a network namespace of its own', async ({ skip }) => {
    skip(!canLeaveNetwork(), 'this machine lets nobody leave the network');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-shell-'));
    const site = await contractSite(path.join(folder, 'site'));
    const open = openChromiumShell({
      executable: await chromiumEngine(),
      profileFolder: path.join(folder, 'profile'),
      extraFlags: ['--headless'],
      clock: systemClock,
      network: 'none',
    });
    const shell = await open(site.host, { width: 1080, height: 1920 });
    await expect.poll(() => site.calls, { interval: 20 }).toContain('session.view');
    await shell.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(site.gone).toEqual([]);
  });

  test('a browser that can not be started is said so', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-shell-'));
    const site = await contractSite(path.join(folder, 'site'));
    const open = openChromiumShell({
      executable: path.join(folder, 'no-such-browser'),
      profileFolder: path.join(folder, 'profile'),
      clock: systemClock,
      network: 'unreachable',
    });
    await expect(open(site.host, { width: 1080, height: 1920 })).rejects.toThrow(/ENOENT/);
    await rm(folder, { recursive: true, force: true });
  });
});

async function mainFrame(probe: ChromiumOnTrial['probe']): Promise<string> {
  const tree = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
  return tree.parse(await probe.page('Page.getFrameTree')).frameTree.frame.id;
}
