/** Two hours of polling in seconds, in a process of its own: does what drivers hold grow? */
import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BenchRow } from '#contract/bench-report.ts';
import { SERIAL_SIMULATORS } from '#fixtures/simulators/serial-simulators.table.ts';
import { fitLine, type Line } from '../shell/memory/fit-line.ts';
import { drawPoints } from './draw-points.ts';

export const HeapSample = z.strictObject({ minute: z.number(), heapKb: z.number(), questions: z.number() });
export type HeapSample = Readonly<z.infer<typeof HeapSample>>;

/** The process opens each. */
const MODELS = Object.keys(SERIAL_SIMULATORS).length;
/** In these only caches fill, the trace among them. */
const WARM_MINUTES = 60;

export async function measureMemory(say: (line: string) => void, plot: string | null): Promise<readonly BenchRow[]> {
  const samples = await pollFor('devices');
  const without = growth(await pollFor('nothing'));
  const questions = samples.at(-1)?.questions ?? 0;
  say(`${questions} questions in ${samples.at(-1)?.minute ?? 0} minutes of the devices' time`);
  const warm = samples.filter(({ minute }) => minute >= WARM_MINUTES);
  const { slope } = growth(samples);
  if (plot !== null) {
    await mkdir(plot, { recursive: true });
    const title = `Heap of drivers in kB over two hours of polling (${questions} questions), collected every 5 minutes`;
    await writeFile(
      path.join(plot, 'heap-while-polling.svg'),
      drawPoints(
        title,
        samples.map((each) => ({ x: each.minute, y: each.heapKb })),
      ),
    );
  }
  // Counting leaves something behind, too, and a line through noise has a slope: both are no growth of drivers.
  const noise = Math.max(without.slope, 0) + 2 * Math.hypot(growth(samples).slopeError, without.slopeError);
  const [first, last] = [warm[0]?.heapKb ?? NaN, warm.at(-1)?.heapKb ?? NaN];
  const ofQuestions = `of ${questions} questions to ${MODELS} models`;
  return [
    {
      what: `heap after two hours ${ofQuestions} (limit: after one)`,
      value: last,
      unit: 'kB',
      limit: first,
      ratio: last / first,
    },
    {
      what: `heap grows per hour ${ofQuestions} (limit: the same without devices, and twice the error; goal ≤ the limit)`,
      value: slope,
      unit: 'kB',
      limit: noise,
      ratio: slope / noise,
    },
  ];
}

/** In kB per hour, once it is warm. */
function growth(samples: readonly HeapSample[]): Line {
  const warm = samples.filter(({ minute }) => minute >= WARM_MINUTES);
  return fitLine(warm.map(({ minute, heapKb }) => ({ x: minute / 60, y: heapKb })));
}

function pollFor(what: 'devices' | 'nothing'): Promise<readonly HeapSample[]> {
  const program = fileURLToPath(new URL('polling-process.ts', import.meta.url));
  const child = fork(program, [what], { execArgv: ['--expose-gc'] });
  return new Promise((resolve, reject) => {
    const samples: HeapSample[] = [];
    child.on('message', (sample) => samples.push(HeapSample.parse(sample)));
    child.on('exit', (code) => (code === 0 ? resolve(samples) : reject(new Error(`polling ended with ${code}`))));
  });
}
