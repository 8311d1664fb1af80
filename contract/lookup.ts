/** Data from elsewhere, asked for through the hub: what a `lookup` or `promise` step may ask and what may come back. */
import { z } from 'zod';
import { Found, Wanted } from './found.ts';
import { CaseProgress } from './hub-desk.ts';
import { ConnectorId, Day, ElementId, ServiceId, SourceId } from './ids.ts';
import { LocalText } from './language.ts';
import type { Result } from './result.ts';

/** Of the card that lies on the reader, or lay there in this session. */
const idNumber = z.string().min(1).max(40);

/** What a citizen said that finds the right data, such as the number of a notice; answers by element. */
export const Sent = z
  .record(ElementId, z.string().max(200))
  .refine((sent) => Object.keys(sent).length <= 10, 'at most 10 answers');

/** `POST /v1/kiosks/:kiosk/lookups`, signed like a batch. Only what the citizen's own card opens is ever answered. */
export const Lookup = z.discriminatedUnion('lookup', [
  z.strictObject({ lookup: z.literal('progress'), idNumber }),
  /** Data that somebody elsewhere keeps, by a source of sources.yaml. */
  z.strictObject({
    lookup: z.literal('source'),
    source: SourceId,
    connector: ConnectorId,
    idNumber,
    sent: Sent,
    wanted: Wanted,
  }),
  /** Whether this citizen's word is taken for `about` (告知承诺), or a promise was broken before (失信). */
  z.strictObject({ lookup: z.literal('promiseList'), idNumber, about: ServiceId }),
]);
export type Lookup = z.infer<typeof Lookup>;

/** Why a citizen's word isn't taken: `about`, what was promised and found untrue. `until` null: until the desk lifts it. */
export const Barred = z.strictObject({ about: LocalText, since: Day, until: Day.nullable() });
export type Barred = Readonly<z.infer<typeof Barred>>;

export const LookupReply = z.discriminatedUnion('lookup', [
  z.strictObject({ lookup: z.literal('progress'), cases: z.array(CaseProgress).max(50) }),
  /** Null: nothing there, or not this citizen's: the two are not told apart. */
  z.strictObject({ lookup: z.literal('source'), source: SourceId, found: Found.nullable() }),
  /** Null: this citizen may promise. */
  z.strictObject({ lookup: z.literal('promiseList'), barred: Barred.nullable() }),
]);
export type LookupReply = z.infer<typeof LookupReply>;

/** `away`: the line is down or the hub doesn't answer; `refused`: it answered, but not with data. */
export type LookupFault = 'hub.away' | 'hub.refused';

export interface LookupPort {
  /** Never rejects for an expected failure. Ends within `timeoutMs`. What is found has the types that were wanted. */
  find(lookup: Lookup, options: { readonly timeoutMs: number }): Promise<Result<LookupReply, LookupFault>>;
}
