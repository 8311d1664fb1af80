/** The kiosk's log of the last week as systemd kept it; nothing where there is no journal or this user may not read it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { parseJson } from '#contract/json.ts';

const UNIT = 'yeban-kiosk';
const LIMIT_MS = 5_000;
const LIMIT_BYTES = 32 * 1024 * 1024;

/** What a browser or a library wrote beside our lines is left out: nobody vouches for it. */
const OurLine = z.object({ at: z.string(), part: z.string(), event: z.string() });

export async function readJournal(): Promise<readonly string[]> {
  const asked = ['-u', UNIT, '-o', 'cat', '--since', '-7d', '--no-pager', '-q'];
  const limits = { timeout: LIMIT_MS, maxBuffer: LIMIT_BYTES };
  const { stdout } = await promisify(execFile)('journalctl', asked, limits).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter((line) => OurLine.safeParse(parseJson(line)).success);
}
