/** From a card in the field until its name is on the glass, beside the same bytes on the same wire with nothing around them. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { maskName } from '#contract/mask-name.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { probeChromium, PROBE_FLAG, type CdpProbe } from '#fixtures/browser/cdp-probe.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { openFinger, type Finger } from '../shell/finger.ts';
import { openHall, type BenchHall } from '../shell/hall.ts';
import { bundleMeasured, startMeasured } from '../shell/measured-process.ts';
import { percentile } from '../shell/percentile.ts';
import { VISIT } from '../shell/visit.table.ts';
import { bareReading } from './bare-reading.ts';

const SPEEDS = [115200, 9600] as const;
const CARDS = 9;
const GOAL_MS = 150;
/** Spreads the cards evenly over any beat that the reader may have. */
const GOLDEN = 0.618034;
const BEAT_MS = 600;
const PHONE_NUMBER = '13800000001';

/** Resolves with the wall time at which the words were painted. */
const WHEN_PAINTED = (words: string): string => `new Promise((painted) => {
  const look = () => {
    if (!document.body.textContent.includes(${JSON.stringify(words)})) return false;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document, { subtree: true, childList: true, characterData: true });
})`;

export async function measureCard(folder: string, say: (line: string) => void): Promise<readonly BenchRow[]> {
  await bundleMeasured();
  const rows: BenchRow[] = [];
  for (const speed of SPEEDS) {
    const place = path.join(folder, `card-${speed}`);
    await mkdir(place, { recursive: true });
    const limits = await bareReading(place, speed, CARDS);
    const hall = await openHall(place, speed);
    const times = await onKiosk(place, hall, say).finally(() => hall.close());
    const said = `at ${speed} baud, of ${CARDS} cards (limit: its bytes alone; goal ≤ limit + ${GOAL_MS} ms)`;
    for (const p of [50, 95]) {
      const [value, limit] = [percentile(times, p), percentile(limits, 50)];
      rows.push({
        what: `card in field → name painted, p${p} ${said}`,
        value,
        unit: 'ms',
        limit,
        ratio: value / limit,
      });
    }
  }
  return rows;
}

async function onKiosk(folder: string, hall: BenchHall, say: (line: string) => void): Promise<readonly number[]> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const profileFolder = path.join(folder, 'browser');
  const kiosk = startMeasured('kiosk', {
    executable: await chromiumEngine(),
    profileFolder,
    configFile: hall.configFile,
    sessionKeyFolder,
    extraFlags: [PROBE_FLAG],
  });
  try {
    await kiosk.touchable;
    const probe = await probeChromium(profileFolder);
    const finger = await openFinger(probe);
    const times: number[] = [];
    for (let card = 1; card <= CARDS; card += 1) {
      await finger.untilPageReplaced(async () => void times.push(await visit(hall, probe, finger, card)));
      say(`card ${card} of ${CARDS}: ${Math.round(times.at(-1) ?? 0)} ms`);
    }
    probe.close();
    return times;
  } finally {
    await kiosk.close();
    await rm(sessionKeyFolder, { recursive: true });
  }
}

/** A whole visit; returns the milliseconds of its card. */
async function visit(hall: BenchHall, probe: CdpProbe, finger: Finger, card: number): Promise<number> {
  let ms = NaN;
  for (const press of VISIT) {
    if (press.before === 'putsDownCard') {
      // A citizen knows nothing of the reader's beat.
      await pass(((card * GOLDEN) % 1) * BEAT_MS);
      const painted = probe.evaluate(WHEN_PAINTED(maskName(SAYS.resident.name)));
      const from = performance.timeOrigin + performance.now();
      await hall.reader.putDown(resident);
      ms = Number(await painted) - from;
    }
    if (press.before === 'liftsCard') await hall.reader.lift();
    if (press.before === 'typesNumber')
      for (const digit of PHONE_NUMBER) await finger.presses(await finger.finds(digit));
    await finger.presses(await finger.finds(press.words));
  }
  return ms;
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
