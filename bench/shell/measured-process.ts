/** A kiosk, or an empty page, as a process of its own that says on stdout when each of its screens was painted. */
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** One line on the child's stdout: this revision was on the glass, at this wall time in ms with fractions. */
export const PaintedLine = z.strictObject({ painted: z.int().nonnegative(), at: z.number() });
export type PaintedLine = Readonly<z.infer<typeof PaintedLine>>;

/** What both kinds of process are told, as JSON in their first argument. */
export const MeasuredSettings = z.strictObject({
  executable: z.string(),
  profileFolder: z.string(),
  /** Only the kiosk has one. */
  configFile: z.string().nullable(),
  sessionKeyFolder: z.string(),
  /** Added to Chromium's command line. */
  extraFlags: z.array(z.string()),
});
export type MeasuredSettings = Readonly<z.infer<typeof MeasuredSettings>>;

export interface MeasuredProcess {
  readonly pid: number;
  /** Milliseconds from spawn until the first view was painted; rejects when the process ends before. */
  readonly touchable: Promise<number>;
  onPainted(listen: (line: PaintedLine) => void): void;
  /** Resolves when it has ended. */
  close(): Promise<void>;
}

/** Both kinds as they are now, bundled like a kiosk that ships: call it once, before the first is started. */
export async function bundleMeasured(): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', 'bench'], {
    cwd: ROOT,
  });
}

export function startMeasured(kind: 'kiosk' | 'empty', settings: MeasuredSettings): MeasuredProcess {
  const file = path.join(ROOT, `.build/bench/${kind}.js`);
  const from = performance.now();
  const child = spawn(process.execPath, [file, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const touchable = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<void>();
  const listeners: ((line: PaintedLine) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    touchable.resolve(performance.now() - from);
    const line = PaintedLine.parse(JSON.parse(text));
    for (const listen of listeners) listen(line);
  });
  child.once('exit', (code, signal) => {
    touchable.reject(new Error(`the ${kind} process ended with ${code ?? signal}`));
    ended.resolve();
  });
  return {
    pid: child.pid ?? -1,
    touchable: touchable.promise,
    onPainted: (listen) => listeners.push(listen),
    close: async () => {
      child.stdin.end();
      await ended.promise;
    },
  };
}

/** For the child: the settings it was started with. */
export function readSettings(): MeasuredSettings {
  return MeasuredSettings.parse(JSON.parse(process.argv[2] ?? ''));
}

/** For the child: tells its parent. */
export function sayPainted(revision: number): void {
  const line: PaintedLine = { painted: revision, at: performance.timeOrigin + performance.now() };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** For the child: ends with its parent, or when the parent has seen enough. */
export function closeWithParent(close: () => Promise<void>): void {
  process.stdin.resume().once('end', () => void close().then(() => process.exit(0)));
}
