/** Reads one row of a batch: shape, hash, seal, body. Never rejects a batch because of one row. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type KioskId, RecordId } from '#contract/ids.ts';
import { reading } from '#contract/message.ts';
import {
  type CaseSubmitted,
  envelopeContent,
  RecordBody,
  RecordEnvelope,
  RecordKind,
  sealContext,
} from '#contract/record.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { MOST_WORKDAYS } from '#flows/language/work-calendar.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { openSealed } from '../sealing/open-sealed.ts';
import type { ArrivedRow, Refusal, RefusalCode } from './arrived-row.ts';
import { issuesInWords } from './issues-in-words.ts';

/** The least a row must say so that it can be put somewhere and answered. */
export const RowPlace = z.looseObject({ epoch: z.uuid(), seq: z.number().int().positive(), id: RecordId });
export type RowPlace = z.infer<typeof RowPlace>;

/** A kind that came into use after this hub is a name all the same. */
const ArrivingEnvelope = reading(RecordEnvelope.extend({ kind: z.string().regex(/^[a-z][A-Za-z.]{0,63}$/) }));
type ArrivingEnvelope = z.infer<typeof ArrivingEnvelope>;

/** Days from which nobody can count on, like longer promises than workdays are counted for, are a mistake of whoever wrote the service. */
const LAST_DAY = '9000-01-01';
/** One receipt speaks of one citizen's cart. */
const MOST_CASES = 100;

const REASONS = {
  hashMismatch: 'the hash does not fit the row: it was changed after it was written',
  unknownKey: 'sealed to a key this hub never had: the kiosk runs a release of another hub',
  newerKind: 'a kind of record that this hub does not know yet: it stays sealed, and is read after the hub’s update',
  notOpened: 'the seal does not open: the row was changed, or moved from another place',
} as const satisfies Partial<Record<RefusalCode, string>>;

export async function readRow(keys: HubKeys, kiosk: KioskId, raw: RowPlace): Promise<ArrivedRow> {
  const envelope = JSON.stringify(raw);
  const place = { epoch: raw.epoch.toLowerCase(), seq: raw.seq, id: raw.id.toLowerCase(), envelope };
  const parsed = ArrivingEnvelope.safeParse(raw);
  if (!parsed.success) {
    const content = fail({ code: 'malformed', reason: issuesInWords(parsed.error) } as const);
    return { ...place, kind: 'unknown', fingerprint: sha256(envelope), chain: null, person: null, content, came: null };
  }
  const row = parsed.data;
  const sound = sha256(envelopeContent(row)) === row.hash;
  const opened = sound ? await openBody(keys, kiosk, row) : refused('hashMismatch');
  const content = opened.ok ? ok(opened.value.body) : opened;
  return {
    ...place,
    kind: row.kind,
    fingerprint: sound ? row.hash : sha256(envelope),
    chain: row.chain,
    person: content.ok && content.value.kind === 'case.submitted' ? personOf(keys, content.value) : null,
    content,
    came: opened.ok ? opened.value.came : null,
  };
}

function personOf(keys: HubKeys, { applicant }: CaseSubmitted): string {
  return keys.markPerson(applicant.idNumber);
}

async function openBody(
  keys: HubKeys,
  kiosk: KioskId,
  row: ArrivingEnvelope,
): Promise<Result<{ readonly body: RecordBody; readonly came: unknown }, Refusal>> {
  const kind = RecordKind.safeParse(row.kind);
  if (!kind.success) return refused('newerKind');
  const opened = await openSealed(keys, row.sealed, sealContext(kiosk, row.epoch, row.seq, kind.data));
  if (!opened.ok) return refused(opened.fault);
  const came = parseJson(opened.value);
  const body = reading(RecordBody).safeParse(came);
  if (!body.success) return fail({ code: 'badBody', reason: issuesInWords(body.error) });
  if (body.data.kind !== row.kind)
    return fail({ code: 'badBody', reason: `says ${row.kind} outside and ${body.data.kind} inside` });
  const beyond = beyondReason(body.data);
  if (beyond !== null) return fail({ code: 'badBody', reason: beyond });
  return ok({ body: body.data, came });
}

/** What has the right shape and yet can't be meant; null when all is well. */
function beyondReason(body: RecordBody): string | null {
  if (body.kind === 'receipt.reported' && body.caseNumbers.length > MOST_CASES)
    return `one receipt for more than ${MOST_CASES} cases`;
  if (body.kind === 'case.submitted' && (body.promisedWorkdays > MOST_WORKDAYS || body.day >= LAST_DAY))
    return `the promised time is out of reach: ${MOST_WORKDAYS} workdays at most`;
  if (body.kind === 'page.attached' && (body.caseNumbers.length > MOST_CASES || body.page > body.of))
    return `a page for more than ${MOST_CASES} cases, or beyond its own last one`;
  return null;
}

function refused(code: keyof typeof REASONS): Result<never, Refusal> {
  return fail({ code, reason: REASONS[code] });
}

/** Undefined for anything that is not JSON in UTF-8; the schema then says so. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
