/** Data from elsewhere, asked for through the hub: what a `lookup` step may ask and what may come back. */
import { z } from 'zod';
import { CaseProgress } from './hub-desk.ts';
import { Day } from './ids.ts';
import type { Result } from './result.ts';

/** What an invented hospital says of a birth certificate. */
export const BirthCertificate = z.strictObject({
  number: z.string(),
  childName: z.string(),
  childSex: z.enum(['male', 'female']),
  childBirthDate: Day,
  motherIdNumber: z.string(),
});
export type BirthCertificate = Readonly<z.infer<typeof BirthCertificate>>;

/** `POST /v1/kiosks/:kiosk/lookups`, signed like a batch. Only what the citizen's own card opens is ever answered. */
export const Lookup = z.discriminatedUnion('lookup', [
  z.strictObject({ lookup: z.literal('progress'), idNumber: z.string().min(1).max(40) }),
  z.strictObject({
    lookup: z.literal('birthCertificate'),
    idNumber: z.string().min(1).max(40),
    number: z.string().min(1).max(40),
  }),
]);
export type Lookup = z.infer<typeof Lookup>;
export type LookupName = Lookup['lookup'];

export const LookupReply = z.discriminatedUnion('lookup', [
  z.strictObject({ lookup: z.literal('progress'), cases: z.array(CaseProgress).max(50) }),
  /** Null: no such certificate, or not this citizen's: the two are not told apart. */
  z.strictObject({ lookup: z.literal('birthCertificate'), certificate: BirthCertificate.nullable() }),
]);
export type LookupReply = z.infer<typeof LookupReply>;

/** `away`: the line is down or the hub doesn't answer; `refused`: it answered, but not with data. */
export type LookupFault = 'hub.away' | 'hub.refused';

export interface LookupPort {
  /** Never rejects for an expected failure. Ends within `timeoutMs`. */
  find(lookup: Lookup, options: { readonly timeoutMs: number }): Promise<Result<LookupReply, LookupFault>>;
}
