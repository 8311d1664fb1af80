/** `yeban bench NAME`: measures one thing against its physical limit and its rivals, in the same run. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchReport, type RunBench } from '#contract/bench-report.ts';
import { fail, ok } from '#contract/result.ts';
import { z } from 'zod';
import { makeCommand } from '../command.ts';
import { words } from '../reader-language.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../bench');
const BenchModule = z.object({
  run: z.custom<RunBench>((value) => typeof value === 'function'),
  parts: z.array(z.string()).default([]),
});
const Sessions = z.coerce.number().int().min(5);

const options = {
  name: {
    type: 'positional',
    required: true,
    description: 'what to measure, for example `shell`',
    zh: '测什么，例如 shell',
  },
  only: {
    type: 'string',
    valueHint: 'part',
    description: 'one part of it alone, for example `memory`',
    zh: '只测其中一部分，例如 memory',
  },
  sessions: {
    type: 'string',
    valueHint: 'N',
    description: 'how many sessions the memory is watched over',
    zh: '观察多少次办理的内存',
  },
  plot: {
    type: 'string',
    valueHint: 'folder',
    description: 'draw what was measured, as SVG, into this folder',
    zh: '把结果画成 SVG，放进这个文件夹',
  },
} as const;

export const bench = makeCommand(
  'bench',
  words('与极限值和同类软件对比测速', 'a measured comparison'),
  options,
  async ({ name, only, sessions, plot }) => {
    const known = benchNames();
    if (!known.includes(name)) {
      const hint =
        known.length > 0 ? `Known: ${known.join(', ')}` : 'Measurements are part of a checkout, not of a kiosk.';
      return fail({ code: 'bench.unknown', message: `There is no measurement named ${name}.`, hint, exitCode: 2 });
    }
    const loaded: unknown = await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href);
    const { run, parts } = BenchModule.parse(loaded);
    if (only !== undefined && !parts.includes(only)) {
      const message = `${name} has no part ${only}.`;
      return fail({ code: 'bench.unknown', message, hint: `Parts: ${parts.join(', ') || 'none'}`, exitCode: 2 });
    }
    const count = sessions === undefined ? null : Sessions.safeParse(sessions);
    if (count?.success === false) {
      const message = `--sessions ${sessions} is no number of sessions.`;
      return fail({ code: 'usage', message, hint: 'A whole number from 5 up.', exitCode: 2 });
    }
    const report = BenchReport.parse(
      await run({
        say: (line) => process.stderr.write(`${line}\n`),
        ...(only === undefined ? {} : { only }),
        ...(count === null ? {} : { sessions: count.data }),
        ...(plot === undefined ? {} : { plot }),
      }),
    );
    return ok({ result: report, text: tableOf(report), exitCode: 0 });
  },
);

/** A measurement is a file in `bench/` that exports `run`, with its parts in a folder of the same name. */
function benchNames(): string[] {
  try {
    const names = readdirSync(FOLDER);
    return names.filter((name) => names.includes(`${name}.ts`));
  } catch {
    return [];
  }
}

function tableOf(report: BenchReport): string {
  const rows = report.rows.map((row) => [
    row.what,
    `${round(row.value)} ${row.unit}`,
    `limit ${round(row.limit)}`,
    `× ${round(row.ratio)}`,
    row.rival === undefined ? '' : `${row.rival.name} ${round(row.rival.value)}`,
  ]);
  const width = (column: number): number => Math.max(0, ...rows.map((row) => (row[column] ?? '').length));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(width(column))).join('  '));
  return [`${report.name}, on ${report.machine}`, ...lines].join('\n');
}

function round(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
