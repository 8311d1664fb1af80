/** The release key a kiosk trusts when nobody gave it one by hand: the hub's, once, at enrolment. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ReleaseKey } from '#contract/release.ts';
import { isDiskFull } from '../store/ballast.ts';
import { replaceFileDurably } from '../store/write-durably.ts';

/**
 * `file` is `<store>/trust/root.json`. What lies there already stays: a hub never replaces a trusted key. False also on a
 * full disk: whoever looks for a release without a key asks the hub again.
 */
export function keepFirstTrust(file: string, key: ReleaseKey): boolean {
  if (existsSync(file)) return false;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    replaceFileDurably(file, `${JSON.stringify(key)}\n`, 0o644);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return false;
  }
  return true;
}
