/** Who this kiosk is: made once, kept in a file of its own so that it outlives a broken database. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KioskId } from '#contract/ids.ts';
import { z } from 'zod';
import { StoreRefusal } from './store-refusal.ts';
import { replaceFileDurably } from './write-durably.ts';

const KioskIdentity = z.strictObject({
  kiosk: KioskId,
  /** How many epochs this kiosk has begun; grows with every new database file. */
  epochs: z.number().int().nonnegative(),
});
export type KioskIdentity = Readonly<z.infer<typeof KioskIdentity>>;

/** Null while the kiosk has none. Throws StoreRefusal when the file can't be understood. */
export function readIdentity(folder: string): KioskIdentity | null {
  const file = path.join(folder, 'kiosk.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return KioskIdentity.parse(JSON.parse(text));
  } catch {
    throw new StoreRefusal(
      `${file} is damaged: it must hold the kiosk's id. Restore it from a backup or the hub's list.`,
    );
  }
}

/** Durable before a new epoch writes its first row, so that no two epochs share a number. */
export function beginNextEpoch(folder: string, known: KioskIdentity | null): KioskIdentity {
  const identity = { kiosk: known?.kiosk ?? KioskId.parse(randomUUID()), epochs: (known?.epochs ?? 0) + 1 };
  replaceFileDurably(path.join(folder, 'kiosk.json'), `${JSON.stringify(identity)}\n`);
  return identity;
}
