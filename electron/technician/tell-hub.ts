/** Brings the audit to the hub: each entry becomes a sealed row of the outbox, once, as soon as there is a key and room. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { RecordId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import type { RecordDraft } from '#contract/record.ts';
import type { AuditEntry } from '#contract/technician/history.ts';
import type { Room } from '../store/store-calls.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import type { AuditBook } from './audit-book.ts';

export interface TellHubOptions {
  readonly folder: string;
  readonly audit: Pick<AuditBook, 'after' | 'last'>;
  /** Null while no release says to whom rows are sealed. */
  readonly keep: () => ((records: readonly RecordDraft[]) => Promise<void>) | null;
  readonly room: () => Promise<Room>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface HubTeller {
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 30_000;
const AT_ONCE = 32;
/** What is left on a disk that fills belongs to citizens. */
const ROOM_BYTES = 32 * 1024 * 1024;

/** The newest entry that the outbox has. */
const Told = z.strictObject({ through: z.number().int().nonnegative(), chain: z.string() });
const NOTHING: z.infer<typeof Told> = { through: 0, chain: '' };

export function tellHub({ folder, audit, keep, room, clock, log }: TellHubOptions): HubTeller {
  const file = path.join(folder, 'audit-told.json');
  let through = goOnAfter(readTold(file), audit);
  let stopped = false;
  let stopTimer = (): void => {};

  const tell = async (): Promise<void> => {
    for (;;) {
      const write = keep();
      const entries = audit.after(through, AT_ONCE);
      const last = entries.at(-1);
      if (stopped || write === null || last === undefined || !(await hasRoom(room))) return;
      await write(entries.map(recordOf));
      // Should the power go before this line, the same rows go again under the same ids, and the hub knows them.
      replaceFileDurably(file, `${JSON.stringify({ through: last.n, chain: last.chain })}\n`);
      through = last.n;
    }
  };
  const turn = (): Promise<void> =>
    tell()
      .catch((error: unknown) => log('audit.notTold', { error: nameOfError(error) }))
      .finally(() => {
        if (!stopped) stopTimer = clock.after(LOOK_EVERY_MS, () => (running = turn()));
      });
  let running = turn();
  return {
    async stop() {
      stopped = true;
      stopTimer();
      await running;
    },
  };
}

async function hasRoom(room: TellHubOptions['room']): Promise<boolean> {
  const { freeBytes, ballast } = await room();
  return ballast && freeBytes > ROOM_BYTES;
}

/** The id follows from the entry itself (UUIDv8, RFC 9562): the same entry is the same record for ever. */
function recordOf(entry: AuditEntry): RecordDraft {
  const { chain } = entry;
  const id = `${chain.slice(0, 8)}-${chain.slice(8, 12)}-8${chain.slice(13, 16)}-8${chain.slice(17, 20)}-${chain.slice(20, 32)}`;
  return { id: RecordId.parse(id), body: { kind: 'technician.acted', ...entry } };
}

/** A book that was thrown away begins anew: its entries are others under the same numbers, and the hub hears of them all. */
function goOnAfter({ through, chain }: z.infer<typeof Told>, audit: TellHubOptions['audit']): number {
  const [entry] = audit.after(through - 1, 1);
  const another = audit.last() < through || (entry?.n === through && entry.chain !== chain);
  return another ? 0 : through;
}

/** A file that can't be read: everything is told again, which the hub notices. */
function readTold(file: string): z.infer<typeof Told> {
  try {
    return Told.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}
