/** Decides what becomes of each row of a batch, from what is already kept; no database, no clock. */
import { isDeepStrictEqual } from 'node:util';
import type { Verdict } from '#contract/hub-api.ts';
import { RecordId } from '#contract/ids.ts';
import { unread } from '#contract/message.ts';
import type { RecordBody } from '#contract/record.ts';
import type { ArrivedRow, Refusal } from './arrived-row.ts';

/** What the hub has of this kiosk, as far as the batch touches it. */
export interface Known {
  /** By `seq`, in the batch's epoch. */
  readonly places: ReadonlyMap<number, KnownPlace>;
  /** Bodies already kept, by record id, in any epoch. */
  readonly bodies: ReadonlyMap<string, unknown>;
  readonly caseNumbers: ReadonlySet<string>;
  /** Why rows were laid aside, by `seq` and fingerprint: see `asideKey`. */
  readonly aside: ReadonlyMap<string, string>;
}

/** A row that was laid aside is known again by its place and what it is. */
export function asideKey(row: { readonly seq: number; readonly fingerprint: string }): string {
  return `${row.seq} ${row.fingerprint}`;
}

export interface KnownPlace {
  readonly fingerprint: string;
  /** Why it was refused then; null when it was kept. */
  readonly refusedBecause: string | null;
}

export interface Decision {
  readonly row: ArrivedRow;
  readonly verdict: Verdict;
  /** Whether the row takes its place; false when something else lies there, or the very same. */
  readonly takesPlace: boolean;
  readonly outcome: 'opened' | 'repeated' | 'quarantined';
  /** Set when the row brings something new, also one that found its place taken: a citizen’s case is filed all the same. */
  readonly body: RecordBody | null;
  /** Set when the row goes to quarantine now. */
  readonly refusal: Refusal | null;
  /** The refusal hints at a cloned or rolled-back disk. */
  readonly alarming: boolean;
}

/** One decision for each row, in the order of the rows. */
export function decide(rows: readonly ArrivedRow[], known: Known): readonly Decision[] {
  const places = new Map(known.places);
  const bodies = new Map(known.bodies);
  const caseNumbers = new Set(known.caseNumbers);
  return rows.map((row) => {
    const decision = decideOne(row, { places, bodies, caseNumbers, aside: known.aside });
    if (decision.takesPlace)
      places.set(row.seq, { fingerprint: row.fingerprint, refusedBecause: decision.refusal?.reason ?? null });
    if (decision.body) {
      bodies.set(row.id, row.came);
      if (decision.body.kind === 'case.submitted') caseNumbers.add(decision.body.caseNumber);
    }
    return decision;
  });
}

function decideOne(row: ArrivedRow, known: Known): Decision {
  const before = known.places.get(row.seq);
  if (before) {
    if (before.fingerprint === row.fingerprint) return seenBefore(row, before.refusedBecause);
    const laidAsideBecause = known.aside.get(asideKey(row));
    if (laidAsideBecause !== undefined) return seenBefore(row, laidAsideBecause);
    const reason = 'another row lies at this place already: was the disk cloned or rolled back?';
    return { ...refuse(row, { code: 'placeTaken', reason }, true), takesPlace: false, body: newBody(row, known) };
  }
  if (!row.content.ok) return refuse(row, row.content.fault, false);
  const body = row.content.value;
  if (known.bodies.has(row.id)) {
    if (isDeepStrictEqual(known.bodies.get(row.id), row.came))
      return { ...seenBefore(row, null), takesPlace: true, outcome: 'repeated' };
    const reason = 'another record came under the same id before: was the disk cloned or rolled back?';
    return refuse(row, { code: 'recordIdReused', reason }, true);
  }
  if (body.kind === 'case.submitted' && known.caseNumbers.has(body.caseNumber)) {
    const reason = 'another case has this number already: was the disk cloned or rolled back?';
    return refuse(row, { code: 'caseNumberReused', reason }, true);
  }
  return {
    row,
    verdict: { seq: row.seq, id: RecordId.parse(row.id), verdict: 'kept', ...asFarAsItGoes(row.came, body) },
    takesPlace: true,
    outcome: 'opened',
    body,
    refusal: null,
    alarming: false,
  };
}

/** How much, not what: names of fields that nobody here knows might say something of a citizen. */
function asFarAsItGoes(came: unknown, body: RecordBody): { reason?: string } {
  const { length } = unread(came, body);
  return length === 0 ? {} : { reason: `kept whole; ${length} of its fields this hub can show after its update only` };
}

/** What nobody brought before. Two machines with one disk serve different citizens, and none of them shall be lost. */
function newBody({ id, content }: ArrivedRow, { bodies, caseNumbers }: Known): RecordBody | null {
  if (!content.ok || bodies.has(id)) return null;
  const body = content.value;
  // Two citizens were given one number: who is meant, a person has to find out.
  return body.kind === 'case.submitted' && caseNumbers.has(body.caseNumber) ? null : body;
}

function refuse(row: ArrivedRow, refusal: Refusal, alarming: boolean): Decision {
  const verdict: Verdict = {
    seq: row.seq,
    id: RecordId.parse(row.id),
    verdict: 'quarantined',
    reason: refusal.reason,
  };
  return { row, verdict, takesPlace: true, outcome: 'quarantined', body: null, refusal, alarming };
}

/** Says again what was said the first time; the kiosk may never have heard it. */
function seenBefore(row: ArrivedRow, refusedBecause: string | null): Decision {
  const named = { seq: row.seq, id: RecordId.parse(row.id) };
  const verdict: Verdict =
    refusedBecause === null
      ? { ...named, verdict: 'keptBefore' }
      : { ...named, verdict: 'quarantined', reason: refusedBecause };
  return { row, verdict, takesPlace: false, outcome: 'opened', body: null, refusal: null, alarming: false };
}
