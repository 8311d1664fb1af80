/** The session's journal over the store: seals here, commits there, forgets for good. */
import { randomUUID } from 'node:crypto';
import { makeCaseNumber } from '#contract/case-number.ts';
import { type PageId, SessionId, type StationId } from '#contract/ids.ts';
import type { Journal, OpenSession, PageDraft } from '#contract/journal.ts';
import { Json } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import type { RecordDraft } from '#contract/record.ts';
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
  const sealPage = (session: SessionId, page: PageId, jpeg: string): Uint8Array => {
    const bytes = Buffer.from(jpeg, 'base64');
    const sealed = keys.seal(session, bytes, page);
    bytes.fill(0);
    return sealed;
  };
  const readPage = async (session: SessionId, page: PageId): Promise<string | null> => {
    const sealed = await client.call('sessionPage', { session, page });
    const bytes = sealed === null ? null : keys.open(session, sealed, page);
    const jpeg = bytes?.toString('base64') ?? null;
    bytes?.fill(0);
    return jpeg;
  };
  /** A page that the session says it kept and that isn't there is not left out in silence: the step fails. */
  const withPicture = async (session: SessionId, { id, page, body }: PageDraft): Promise<RecordDraft> => {
    const jpeg = await readPage(session, page);
    if (jpeg === null) throw new RangeError('a page of this session is not in the store');
    return { id, body: { ...body, jpeg } };
  };
  return {
    async openSession() {
      const session = SessionId.parse(randomUUID());
      keys.make(session);
      sealer.prepare();
      return session;
    },
    async commit({ session, snapshot, records, pages }) {
      const plaintext = Buffer.from(JSON.stringify(snapshot));
      const sealed = keys.seal(session, plaintext);
      plaintext.fill(0);
      const attached = await Promise.all((pages?.attach ?? []).map((draft) => withPicture(session, draft)));
      await writer.write(
        {
          keep: { session, sealed },
          forget: null,
          pages: [...(pages?.keep ?? [])].map(([page, jpeg]) => ({
            session,
            page,
            sealed: sealPage(session, page, jpeg),
          })),
          dropped: (pages?.drop ?? []).map((page) => ({ session, page })),
          records: [...records, ...attached],
        },
        sealer.seal,
      );
    },
    async reserveCaseNumbers(day, count) {
      if (count <= 0) return [];
      const first = await client.call('reserve', { station, day, count });
      return Array.from({ length: count }, (_, index) => makeCaseNumber(station, day, first + index));
    },
    readPage,
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
