/** The hub as a program: `node hub/server/main.ts`. DATABASE_URL, HUB_PORT (8700) and HUB_FOLDER (.yeban/hub) are read. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import { startHub } from './start-hub.ts';

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HUB_PORT: z.coerce.number().int().min(0).max(65_535).default(8700),
  HUB_FOLDER: z.string().min(1).default(join('.yeban', 'hub')),
});

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
const log: Log = (event, detail) => process.stderr.write(`${JSON.stringify({ event, ...detail })}\n`);

async function run(): Promise<void> {
  const environment = Environment.safeParse(process.env);
  if (!environment.success) throw new Error(z.prettifyError(environment.error));
  const { DATABASE_URL, HUB_PORT, HUB_FOLDER } = environment.data;
  const consoleFolder = join(import.meta.dirname, '..', '..', '.build', 'console');
  const hub = await startHub({
    database: DATABASE_URL === undefined ? { folder: HUB_FOLDER } : { url: DATABASE_URL },
    host: '127.0.0.1',
    port: HUB_PORT,
    consoleFolder,
    clock,
    log,
  });
  process.stdout.write(`${hub.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void hub.close());
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
