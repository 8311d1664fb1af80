/** Which Yeban this is: the same two steps up from here and from a bundled program. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const MANIFEST = path.resolve(import.meta.dirname, '../../package.json');

export function yebanVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(MANIFEST, 'utf8'))).version;
}
