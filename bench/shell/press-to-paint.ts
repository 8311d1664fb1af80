/** From a press until the next screen is on the glass: a whole visit again and again, on a kiosk process of its own. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { probeChromium, PROBE_FLAG } from '#fixtures/browser/cdp-probe.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { resident } from '#fixtures/people/cards.ts';
import { openFinger, type Finger } from './finger.ts';
import type { BenchHall } from './hall.ts';
import { startMeasured, type PaintedLine } from './measured-process.ts';
import { percentile } from './percentile.ts';
import { VISIT, type Press } from './visit.table.ts';

const PRESSES = 500;
/** The empty page varies less. */
const PRESSES_ON_EMPTY = 100;
const GOAL_MS = 100;
const PHONE_NUMBER = '13800000001';

/** Milliseconds by kind of press. */
type Times = Map<string, number[]>;

export async function measurePress(
  folder: string,
  hall: BenchHall,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const empty = await onPage('empty', folder, hall, async (finger, times) => {
    for (let press = 0; press < PRESSES_ON_EMPTY; press += 1) await times({ kind: 'empty', words: '' }, finger);
  });
  const kiosk = await onPage('kiosk', folder, hall, async (finger, times) => {
    for (let press = 0; press < PRESSES;) {
      say(`presses: ${press} of ${PRESSES}`);
      await finger.untilPageReplaced(async () => {
        for (const each of VISIT) {
          await prepare(each, hall, finger);
          await times(each, finger);
          press += 1;
        }
      });
    }
  });
  const all = [...kiosk.values()].flat();
  const limits = [...empty.values()].flat();
  const medians = [...kiosk].map(([kind, values]) => ({ kind, ms: percentile(values, 50) }));
  const slowest = medians.toSorted((one, other) => other.ms - one.ms)[0];
  for (const { kind, ms } of medians) say(`press ${kind}: ${Math.round(ms)} ms in the middle`);
  const row = (what: string, value: number, limit: number): BenchRow => ({
    what,
    value,
    unit: 'ms',
    limit,
    ratio: value / limit,
  });
  const said = `of ${all.length} presses (limit: one number on an empty page; goal p95 ≤ ${GOAL_MS} ms)`;
  return [
    row(`next screen painted, p50 ${said}`, percentile(all, 50), percentile(limits, 50)),
    row(`next screen painted, p95 ${said}`, percentile(all, 95), percentile(limits, 95)),
    row(`the slowest kind of press, ${slowest?.kind}, p50`, slowest?.ms ?? NaN, percentile(limits, 50)),
  ];
}

async function onPage(
  kind: 'kiosk' | 'empty',
  folder: string,
  hall: BenchHall,
  use: (finger: Finger, time: (press: Press, finger: Finger) => Promise<void>) => Promise<void>,
): Promise<Times> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const profileFolder = path.join(folder, 'browser');
  const measured = startMeasured(kind, {
    executable: await chromiumEngine(),
    profileFolder,
    configFile: hall.configFile,
    sessionKeyFolder,
    extraFlags: [PROBE_FLAG],
  });
  const painted: PaintedLine[] = [];
  let heard = (): void => {};
  measured.onPainted((line) => {
    painted.push(line);
    heard();
  });
  await measured.touchable;
  const probe = await probeChromium(profileFolder);
  const times: Times = new Map();
  await use(await openFinger(probe), async (press, finger) => {
    const place = await finger.finds(press.words);
    const before = painted.at(-1)?.painted ?? -1;
    const at = await finger.presses(place);
    const next = async (): Promise<PaintedLine> => {
      for (;;) {
        const line = painted.find(({ painted: revision }) => revision >= before + (press.views ?? 1));
        if (line !== undefined) return line;
        await new Promise<void>((resolve) => (heard = resolve));
      }
    };
    times.set(press.kind, [...(times.get(press.kind) ?? []), (await next()).at - at]);
  });
  probe.close();
  await measured.close();
  await rm(sessionKeyFolder, { recursive: true });
  return times;
}

async function prepare(press: Press, hall: BenchHall, finger: Finger): Promise<void> {
  if (press.before === 'putsDownCard') await hall.reader.putDown(resident);
  if (press.before === 'liftsCard') await hall.reader.lift();
  if (press.before === 'typesNumber') {
    for (const digit of PHONE_NUMBER) await finger.presses(await finger.finds(digit));
  }
}
