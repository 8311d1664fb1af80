/** One A4 page of a thousand Chinese characters, read by the kiosk's reader and by the native one in turn. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import type { PageRead } from '#contract/ocr.ts';
import { openPageReader, type OpenPageReader } from '#electron/ocr/open-page-reader.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { openPaperPress, type PaperPicture } from '#fixtures/papers/print-paper.ts';
import { percentile } from '../shell/percentile.ts';
import { characterErrors } from './character-errors.ts';
import { drawPage } from './draw-page.ts';
import { nativeReader, type NativeReader, type NativeReading, type Threads } from './native-reader.ts';

const ROUNDS = 5;
const SEED = 1;
const LIMIT_MS = 60_000;
/** The engine's own settings (`electron/ocr/engine.ts`), as the native program takes them. */
const SAME_SETTINGS = ['--psm', '4', '-c', 'thresholding_method=2', '--dpi', '200'] as const;
const ITS_OWN_SETTINGS: readonly string[] = [];

const PAGES = [
  ['clean, 200 dpi', { wear: 'clean', dpi: 200 }],
  ['clean, 150 dpi', { wear: 'clean', dpi: 150 }],
  ['turned by 1°', { wear: 'turned', dpi: 200 }],
  ['noisy', { wear: 'noisy', dpi: 200 }],
  ['lit from one side', { wear: 'uneven-light', dpi: 200 }],
  ['all of it, and blurred', { wear: 'all-of-it', dpi: 200 }],
] as const;

export async function measureReading(
  folder: string,
  say: (line: string) => void,
  plot: string | null,
): Promise<readonly BenchRow[]> {
  const native = await nativeReader(folder);
  const pages = await printPages(folder);
  const reader = openPageReader({ clock: systemClock, log: () => undefined });
  try {
    const times = await measureTimes(reader, native, pages, say);
    const errors: BenchRow[] = [];
    for (const { name, file, paper } of pages) {
      const ours = await readHere(reader, paper);
      const theirs = await native.read(file, 'one', SAME_SETTINGS);
      const untold = await native.read(file, 'one', ITS_OWN_SETTINGS);
      const value = characterErrors(paper.truth.text, textOf(ours.page));
      const limit = characterErrors(paper.truth.text, theirs.text);
      const rival = { name: 'native, its own settings', value: characterErrors(paper.truth.text, untold.text) };
      const what = `characters read wrongly, ${name} (limit: ${native.version}, same data and settings)`;
      errors.push({ what, value, unit: '%', limit, ratio: limit === 0 ? 1 + value : value / limit, rival });
      if (plot === null) continue;
      await mkdir(plot, { recursive: true });
      await writeFile(path.join(plot, `ocr-${name.replaceAll(/\W+/gu, '-')}.svg`), drawPage(paper.png, ours.page));
    }
    return [...times, ...errors];
  } finally {
    await reader.close();
  }
}

interface PrintedPage {
  readonly name: string;
  readonly file: string;
  readonly paper: PaperPicture;
}

async function printPages(folder: string): Promise<readonly PrintedPage[]> {
  const press = await openPaperPress();
  try {
    const pages: PrintedPage[] = [];
    for (const [name, options] of PAGES) {
      const paper = await press.print('notice', { seed: SEED, ...options });
      const file = path.join(folder, `${pages.length}.png`);
      await writeFile(file, paper.png);
      pages.push({ name, file, paper });
    }
    return pages;
  } finally {
    await press.close();
  }
}

/** In turn, so that both have the same company on the machine. */
async function measureTimes(
  reader: OpenPageReader,
  native: NativeReader,
  [page]: readonly PrintedPage[],
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  if (page === undefined) throw new Error('there is no page');
  const first = await readHere(reader, page.paper);
  const ours: { readonly ms: number; readonly processorMs: number }[] = [];
  const theirs: Record<Threads, NativeReading[]> = { one: [], default: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    ours.push(await readHere(reader, page.paper));
    for (const threads of ['one', 'default'] as const)
      theirs[threads].push(await native.read(page.file, threads, SAME_SETTINGS));
    say(`round ${round} of ${ROUNDS}`);
  }
  const median = (values: readonly number[]): number => percentile(values, 50);
  const [one, many] = [median(theirs.one.map(({ ms }) => ms)), median(theirs.default.map(({ ms }) => ms))];
  const limit = Math.min(one, many);
  const letters = [...page.paper.truth.text.replace(/\s/gu, '')].length;
  const row = (what: string, value: number, least: number): BenchRow => ({
    what: `A4 page of ${letters} characters, ${what}`,
    ...{ value, unit: 'ms', limit: least, ratio: value / least },
  });
  return [
    {
      ...row(
        `median of ${ROUNDS} (limit: ${native.version}, the faster of one thread and its default; goal ≤ × 1.5)`,
        median(ours.map(({ ms }) => ms)),
        limit,
      ),
      rival: { name: one < many ? 'native, its default threads' : 'native, one thread', value: Math.max(one, many) },
    },
    row('the first one, with the start of the reader (same limit)', first.ms, limit),
    row(
      'processor time, median (limit: native, one thread)',
      median(ours.map(({ processorMs }) => processorMs)),
      median(theirs.one.map(({ processorMs }) => processorMs)),
    ),
  ];
}

interface OurReading {
  readonly page: PageRead;
  /** As whoever asked waits for it. */
  readonly ms: number;
  readonly processorMs: number;
}

async function readHere(reader: OpenPageReader, { png }: PaperPicture): Promise<OurReading> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const result = await reader.read({ picture: png, language: 'zh-CN' }, { timeoutMs: LIMIT_MS });
  if (!result.ok) throw new Error(result.fault);
  const { user, system } = process.cpuUsage(before);
  return { page: result.value, ms: performance.now() - from, processorMs: (user + system) / 1000 };
}

function textOf({ lines }: PageRead): string {
  return lines.map(({ text }) => text).join('\n');
}
