/** An alarm about a kiosk as a whole, and about no row of its outbox. Somebody has to look. */
import type { Database } from '../database/connect.ts';

const NO_PLACE = { epoch: '00000000-0000-0000-0000-000000000000', seq: 0 };

export interface KioskAlarm {
  readonly code: string;
  /** Raised once for each. */
  readonly fingerprint: string;
  /** For whoever looks into the table; nothing of a citizen. */
  readonly detail: string;
  /** Wall time of the hub in ms. */
  readonly at: number;
}

export async function raiseKioskAlarm(
  database: Pick<Database, 'insertInto'>,
  kiosk: string,
  { code, fingerprint, detail, at }: KioskAlarm,
): Promise<void> {
  await database
    .insertInto('alarm')
    .values({ kiosk_id: kiosk, ...NO_PLACE, code, fingerprint, detail, raised_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
