/** The half of the key that both sides know beforehand: from a file or the environment, never from kiosk.yaml, never told. */
import { readFileSync } from 'node:fs';
import type { SettingsOf } from '#contract/devices/models.ts';
import { MAKERS_KEY } from './cipher.ts';

export type FixedKeySource = SettingsOf<'CashAcceptor', 'notes-ssp'>['fixedKey'];

/** Sixteen hexadecimal digits; null when there are none. */
export function readFixedKey(source: FixedKeySource): bigint | null {
  if (source === null) return MAKERS_KEY;
  const text = 'env' in source ? process.env[source.env] : textIn(source.file);
  return /^[0-9a-f]{16}$/i.test(text?.trim() ?? '') ? BigInt(`0x${text?.trim()}`) : null;
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
