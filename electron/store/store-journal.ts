/** The session's journal over the store: seals here, commits there, forgets for good. */
import { randomUUID } from 'node:crypto';
import { makeCaseNumber } from '#contract/case-number.ts';
import { SessionId, type StationId } from '#contract/ids.ts';
import type { Journal, OpenSession } from '#contract/journal.ts';
import { Json } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import type { Sealer } from './seal-record.ts';
import type { SessionKeys } from './session-keys.ts';
import type { StepWriter } from './step-writer.ts';
import type { StoreClient } from './store-client.ts';

export interface JournalParts {
  readonly client: StoreClient;
  readonly writer: StepWriter;
  readonly keys: SessionKeys;
  readonly station: StationId;
  readonly log: Log;
}

export function makeJournal({ client, writer, keys, station, log }: JournalParts, sealer: Sealer): Journal {
  /** The row goes first, then the key, then what the log still holds: at each point a crash leaves nothing readable. */
  const forget: Journal['forgetSession'] = async (session, records = []) => {
    await writer.write({ keep: null, forget: session, records }, sealer.seal);
    keys.destroy(session);
    await client.call('truncate', null);
  };
  return {
    async openSession() {
      const session = SessionId.parse(randomUUID());
      keys.make(session);
      sealer.prepare();
      return session;
    },
    async commit({ session, snapshot, records }) {
      const plaintext = Buffer.from(JSON.stringify(snapshot));
      const sealed = keys.seal(session, plaintext);
      plaintext.fill(0);
      await writer.write({ keep: { session, sealed }, forget: null, records }, sealer.seal);
    },
    async reserveCaseNumbers(day, count) {
      if (count <= 0) return [];
      const first = await client.call('reserve', { station, day, count });
      return Array.from({ length: count }, (_, index) => makeCaseNumber(station, day, first + index));
    },
    forgetSession: forget,
    async recoverSession() {
      const left = (await client.call('snapshots', null)).filter(({ session }) => !keys.knows(session));
      let recovered: OpenSession | null = null;
      for (const { session, sealed } of left) {
        const snapshot: Json | undefined = recovered === null ? readSnapshot(keys.open(session, sealed)) : undefined;
        if (snapshot === undefined) {
          await forget(session);
          log('session.notRecovered', { session });
        } else {
          recovered = { session, snapshot };
          log('session.recovered', { session });
        }
      }
      return recovered;
    },
  };
}

/** Undefined when there is nothing to read; null is a snapshot like any other. */
function readSnapshot(plaintext: Buffer | null): Json | undefined {
  if (plaintext === null) return undefined;
  const parsed = Json.safeParse(JSON.parse(plaintext.toString()));
  plaintext.fill(0);
  return parsed.success ? parsed.data : undefined;
}
