/** Takes what can be read of the files that were moved aside into the database in use; what can't be read now is tried again at the next start. */
import { isDiskFull } from './ballast.ts';
import type { StoreDatabase } from './connect-database.ts';
import { markRescued, unrescued, type Aside } from './move-aside.ts';
import { OutboxTable } from './outbox-table.ts';
import { readRescue, type Rescue } from './read-rescue.ts';
import type { StoreNotice } from './store-calls.ts';

export interface LookedThrough {
  readonly aside: Aside;
  /** Null when it could not be read, for a `reason` that is not its damage. */
  readonly rescue: Rescue | null;
  readonly reason: string;
}

/** Oldest first. Throws only when the disk is full: then another time. */
export function lookThroughAsides(folder: string): readonly LookedThrough[] {
  return unrescued(folder).map((aside) => {
    try {
      return { aside, rescue: readRescue(aside.file), reason: '' };
    } catch (error) {
      if (isDiskFull(error)) throw error;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
      return { aside, rescue: null, reason };
    }
  });
}

/** In the caller's transaction. Case numbers go on above `floor`. */
export function takeBack(db: StoreDatabase, looked: readonly LookedThrough[], floor: number): StoreNotice[] {
  return looked.flatMap<StoreNotice>(({ aside: { file, damage }, rescue, reason }) => {
    if (rescue === null) return [{ event: 'store.notRescued', detail: { damage, reason, aside: file } }];
    const taken = takeRows(db, rescue, floor);
    return taken === null ? [] : [{ event: 'store.movedAside', detail: { damage, rescuedRows: taken, aside: file } }];
  });
}

/** After the transaction. What was not read keeps waiting. */
export function noteTaken(looked: readonly LookedThrough[]): void {
  for (const { aside, rescue } of looked) if (rescue !== null) markRescued(aside.file);
}

/** Null when all of it is here already: it was taken over, and only the note of that was lost with the power. */
function takeRows(db: StoreDatabase, { epochs, rows, sequences }: Rescue, floor: number): number | null {
  const here = new Set(db.prepare<[], number>('select ordinal from epoch').pluck().all());
  const fresh = epochs.filter(({ ordinal }) => !here.has(ordinal));
  if (epochs.length > 0 && fresh.length === 0) return null;
  const insertEpoch = db.prepare<[number, string, string, number]>(
    'insert into epoch (ordinal, epoch, kiosk, began_at, case_floor) values (?, ?, ?, ?, 0)',
  );
  const insertSequence = db.prepare<[string, string, number]>(
    `insert into case_sequence (station, day, last) values (?, ?, ?)
     on conflict (station, day) do update set last = max(last, excluded.last)`,
  );
  for (const old of fresh) insertEpoch.run(old.ordinal, old.epoch, old.kiosk, old.began_at);
  const outbox = new OutboxTable(db, 0);
  const back = rows.filter(({ ordinal }) => fresh.some((epoch) => epoch.ordinal === ordinal));
  for (const { ordinal, row } of back) outbox.append(row, ordinal);
  // What a damaged file says was given last may be older than what was given.
  for (const { station, day, last } of sequences) insertSequence.run(station, day, Math.max(last, floor));
  return back.length;
}
