/** A call of the page to main and its answer, over the kiosk's real bridge, beside the bare pipe under it. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { BenchRow } from '#contract/bench-report.ts';
import { probeChromium, PROBE_FLAG } from '#fixtures/browser/cdp-probe.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import type { BenchHall } from '../hall.ts';
import { startMeasured } from '../measured-process.ts';
import { percentile } from '../percentile.ts';
import { openBarePipe } from './bare-pipe.ts';

const ROUNDS = 20;
const CALLS_PER_ROUND = 100;
/** The first rounds of both are compiled and warm up. */
const WARM_UP = 2;

const CALLS = {
  // A press on a view that is gone: takes the whole way, parsed at both ends, and changes nothing.
  'a press (session.intend)': `kiosk.call('session.intend', { revision: 0, intent: { kind: 'next' } })`,
  'the whole view (session.view)': `kiosk.call('session.view', null)`,
} as const;

const Times = z.array(z.number());
const timesOf = (call: string): string => `(async () => {
  const times = [];
  for (let call = 0; call < ${CALLS_PER_ROUND}; call += 1) {
    const from = performance.now();
    await ${call};
    times.push(performance.now() - from);
  }
  return times;
})()`;

/** Alternates the two, so that both see the same machine. */
export async function measureBridge(
  folder: string,
  hall: BenchHall,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const executable = await chromiumEngine();
  const profileFolder = path.join(folder, 'browser');
  const settings = { executable, profileFolder, configFile: hall.configFile, sessionKeyFolder };
  const kiosk = startMeasured('kiosk', { ...settings, extraFlags: [PROBE_FLAG] });
  await kiosk.touchable;
  const probe = await probeChromium(profileFolder);
  const bare = await openBarePipe(executable, path.join(folder, 'bare-browser'));
  // Another view than the first one: a press on revision 0 is too late from here on.
  await probe.evaluate(
    `kiosk.call('session.view', null).then(({ revision }) => kiosk.call('session.intend', { revision, intent: { kind: 'begin' } }))`,
  );
  const ours = new Map(Object.keys(CALLS).map((name) => [name, [] as number[]]));
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const [name, call] of Object.entries(CALLS)) {
      const times = Times.parse(await probe.evaluate(timesOf(call)));
      if (round >= WARM_UP) ours.get(name)?.push(...times);
    }
    const times = await bare.times(CALLS_PER_ROUND);
    if (round >= WARM_UP) theirs.push(...times);
    if (round % 5 === 0) say(`bridge: round ${round} of ${ROUNDS + WARM_UP}`);
  }
  probe.close();
  await bare.close();
  await kiosk.close();
  await rm(sessionKeyFolder, { recursive: true });
  return [...ours].flatMap(([name, values]) =>
    [50, 99].map((p) => {
      const value = percentile(values, p);
      const limit = percentile(theirs, p);
      return {
        what: `bridge, ${name}, p${p} of ${values.length} (limit: ${theirs.length} bare round trips on the pipe)`,
        value,
        unit: 'ms',
        limit,
        ratio: value / limit,
      };
    }),
  );
}
