/** The limit of the bridge: the same browser and the same pipe, a text to main and a text back, with nothing around them. */
import { z } from 'zod';
import { startCdp } from '#electron/shell/chromium/cdp.ts';
import { chromiumArguments } from '#electron/shell/chromium/launch.ts';
import { keepOnlyTarget } from '#electron/shell/chromium/only-target.ts';
import { pageSession } from '#electron/shell/chromium/page-session.ts';

const Called = z.object({ name: z.literal('bareSend'), payload: z.string(), executionContextId: z.number() });
const Times = z.object({ result: z.object({ value: z.array(z.number()) }) });

const PAGE = `globalThis.bareTimes = async (calls, size) => {
  const times = [];
  const text = 'x'.repeat(size);
  for (let call = 0; call < calls; call += 1) {
    const from = performance.now();
    await new Promise((came) => { globalThis.bareReceive = came; bareSend(text); });
    times.push(performance.now() - from);
  }
  return times;
}`;

export interface BarePipe {
  /** Milliseconds of each round trip: page, main, page. */
  times(calls: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** As long as a call and its answer on the kiosk's own bridge. */
const TEXT_LENGTH = 100;

export async function openBarePipe(executable: string, profileFolder: string): Promise<BarePipe> {
  const launch = { executable, profileFolder, extraFlags: ['--headless'] };
  const cdp = startCdp(executable, chromiumArguments(launch, { width: 1080, height: 1920 }, process.getuid?.() === 0));
  const { target, session } = await keepOnlyTarget(cdp, true, () => cdp.kill());
  const page = pageSession(cdp, target, session);
  const answer = JSON.stringify('y'.repeat(TEXT_LENGTH));
  page.on('Runtime.bindingCalled', Called, ({ executionContextId }) => {
    page.tell('Runtime.evaluate', { contextId: executionContextId, expression: `bareReceive(${answer})` });
  });
  await page.send('Runtime.enable');
  await page.send('Runtime.addBinding', { name: 'bareSend' });
  await page.send('Runtime.evaluate', { expression: PAGE });
  return {
    times: async (calls) => {
      const expression = `bareTimes(${calls}, ${TEXT_LENGTH})`;
      const reply = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return Times.parse(reply).result.value;
    },
    close: async () => {
      await cdp.send('Browser.close').catch(() => {});
      await cdp.exited;
    },
  };
}
