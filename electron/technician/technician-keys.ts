/** The keys by which technicians unlock a kiosk: in one file of its store, each with its name, its role and its suite. */
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StationId } from '#contract/ids.ts';
import { ANSWER_DIGITS, CHALLENGE_DIGITS } from '#contract/technician/desk.ts';
import { TechnicianRole } from '#contract/technician/roles.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { readOcraSuite } from './ocra.ts';

/** No clock and no counter, so that neither can be out of step (docs/adr/0011-technicians-unlock-by-telephone.md). */
const USUAL_SUITE = 'OCRA-1:HOTP-SHA256-8:QN10-S128';

/** A station and a key's name are never longer together. */
const SESSION_BYTES = 128;

/** As an audit entry names it: of a post or a key, never of a person. */
export const KeyName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'lower-case words joined by hyphens, for example night-desk' })
  .max(32);

/** What the kiosk keeps and what the key holder keeps are the same. */
export const TechnicianKey = z.strictObject({
  station: StationId,
  name: KeyName,
  role: TechnicianRole,
  suite: z.string().refine(isTaken, { error: `no suite that a kiosk can check, for example ${USUAL_SUITE}` }),
  secret: z.base64().min(43),
  madeAt: z.number(),
});
export type TechnicianKey = Readonly<z.infer<typeof TechnicianKey>>;

const KeyFile = z.strictObject({ keys: z.array(z.unknown()) });

/** What kiosk and telephone duty both have: a challenge of ten digits and who is asked. No counter, no PIN, no clock. */
function isTaken(text: string): boolean {
  const suite = readOcraSuite(text);
  if (suite === null || suite.counter || suite.pin !== null || suite.stepMs !== null) return false;
  const { challenge, digits, sessionBytes } = suite;
  const takesChallenge = challenge.format === 'N' && challenge.length >= CHALLENGE_DIGITS;
  return takesChallenge && digits === ANSWER_DIGITS && sessionBytes !== null && sessionBytes >= SESSION_BYTES;
}

/** The folder in a kiosk's store for everything that concerns technicians. */
export function technicianFolder(store: string): string {
  return path.join(store, 'technician');
}

/** Ties an answer to one station and one key, even where two kiosks were given the same secret. */
export function sessionOf({ station, name }: Pick<TechnicianKey, 'station' | 'name'>): string {
  return `${station}/${name}`;
}

export function makeKey(station: StationId, name: string, role: TechnicianRole, now: number): TechnicianKey {
  return { station, name, role, suite: USUAL_SUITE, secret: randomBytes(32).toString('base64'), madeAt: now };
}

/** Empty when there are none; one that can't be used opens nothing and hinders no other. Throws for a file that can't be read. */
export function readKeys(store: string): readonly TechnicianKey[] {
  try {
    const { keys } = KeyFile.parse(JSON.parse(readFileSync(keyFile(store), 'utf8')));
    return keys.flatMap((key) => TechnicianKey.safeParse(key).data ?? []);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Readable by the store's owner alone, also when root writes it. */
export function writeKeys(store: string, keys: readonly TechnicianKey[]): void {
  mkdirSync(store, { recursive: true, mode: 0o700 });
  const folder = technicianFolder(store);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  replaceFileDurably(keyFile(store), `${JSON.stringify({ keys })}\n`);
  const { uid, gid } = statSync(store);
  if (process.getuid?.() !== 0) return;
  for (const place of [folder, keyFile(store)]) chownSync(place, uid, gid);
}

function keyFile(store: string): string {
  return path.join(technicianFolder(store), 'keys.json');
}
