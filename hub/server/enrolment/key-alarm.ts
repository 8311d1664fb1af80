/** Two machines that are one kiosk, or one key: a disk was copied, or somebody took a key. Somebody has to look. */
import type { Database } from '../database/connect.ts';
import { raiseKioskAlarm } from './kiosk-alarm.ts';

export interface KeyAlarm {
  /**
   * `keyOfOtherKiosk`: a request for another kiosk was signed with this one's key. `keyReused`: another kiosk enrols with
   * it. `replacedKeyUsed`: this kiosk was enrolled anew, and somewhere its earlier key is still in use.
   */
  readonly code: 'keyOfOtherKiosk' | 'keyReused' | 'replacedKeyUsed';
  /** The other kiosk, or the earlier key. */
  readonly other: string;
  /** Wall time of the hub in ms. */
  readonly at: number;
}

/** Once for each of the others. */
export async function raiseKeyAlarm(
  database: Pick<Database, 'insertInto'>,
  kiosk: string,
  { code, other, at }: KeyAlarm,
): Promise<void> {
  const detail =
    code === 'replacedKeyUsed'
      ? `the earlier key ${other} is still in use`
      : `the key of this kiosk was used by ${other}`;
  await raiseKioskAlarm(database, kiosk, { code, fingerprint: other, detail, at });
}
