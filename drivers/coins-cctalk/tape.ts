/**
 * What the acceptor's event counter proves: tapes of events without a break, each event with a running number that does
 * not wrap as the counter does. A break (reset, another acceptor, more events than it remembers) begins a new tape.
 */
import type { Slot } from './codec.ts';

export interface CoinEvent {
  readonly n: number;
  /** 0: no coin but the event `code`. */
  readonly position: number;
  readonly code: number;
}

export interface Credits {
  readonly counter: number;
  readonly slots: readonly Slot[];
}

export interface Tape {
  readonly serial: string;
  /** Names this run of the counter, for marks. */
  readonly epoch: string;
  /** Events from here (exclusive) to `n` are known. */
  readonly from: number;
  readonly n: number;
  /** The number of the newest event when this tape began. */
  readonly began: number;
  readonly events: readonly CoinEvent[];
  /** As last read. */
  readonly seen: Credits;
  /** Something may have happened before this tape that no tape holds. */
  readonly afterGap: boolean;
}

/** The counter goes from 255 to 1; 0 is only ever a reset. */
const LAP = 255;
/** More than anyone leaves unasked for; what is older is not known any more. */
const KEPT = 200;

export function beginTape(serial: string, epoch: string, seen: Credits, afterGap: boolean): Tape {
  const empty = seen.slots.findIndex(isEmpty);
  const known = seen.counter === 0 ? 0 : empty === -1 ? seen.slots.length : empty;
  // One lap ahead, so that what was before the first event we know of has a number too.
  const n = seen.counter === 0 ? 0 : seen.counter + LAP;
  return { serial, epoch, from: n - known, n, began: n, events: eventsOf(seen, known, n), seen, afterGap };
}

/** null: the tape is broken, what the acceptor says now does not follow from what it said before. */
export function follow(
  tape: Tape,
  seen: Credits,
): { readonly tape: Tape; readonly fresh: readonly CoinEvent[] } | null {
  const ahead = aheadOf(tape.seen.counter, seen.counter);
  if (ahead === null || ahead > seen.slots.length) return null;
  if (seen.slots.slice(0, ahead).some(isEmpty)) return null;
  const overlap = seen.slots.slice(ahead);
  if (!overlap.every((slot, index) => isSame(slot, tape.seen.slots[index]))) return null;
  const n = tape.n + ahead;
  const fresh = eventsOf(seen, ahead, n);
  const events = [...tape.events, ...fresh].slice(-KEPT);
  const from = Math.max(tape.from, n - KEPT);
  return { tape: { ...tape, n, from, seen, events }, fresh };
}

export interface Since {
  readonly events: readonly { readonly mark: string; readonly event: CoinEvent }[];
  readonly upTo: string;
  /** More happened than is known. */
  readonly missed: boolean;
  /** Without what is not needed any more, now that somebody knows. */
  readonly tapes: readonly Tape[];
}

/** What happened after `mark`; null: everything that is known. `tapes`: oldest first, never empty. */
export function since(tapes: readonly [Tape, ...Tape[]], mark: string | null): Since {
  if (mark === null) return told(tapes, false);
  const asked = parseMark(mark);
  const [first, ...later] = tapes;
  const held = asked && tapes.findIndex(({ serial, epoch }) => serial === asked.serial && epoch === asked.epoch);
  if (asked && held !== null && held >= 0) {
    const [tape = first, ...after] = tapes.slice(held);
    return told([cutAt(tape, asked.n), ...after], asked.n < tape.from || asked.n > tape.n);
  }
  const anchored = asked && anchor(first, asked);
  return anchored ? told([anchored, ...later], false) : told([onlyOurs(first, asked), ...later], true);
}

export function markOf({ serial, epoch }: Pick<Tape, 'serial' | 'epoch'>, n: number): string {
  return `${serial}:${epoch}:${n}`;
}

export function serialOf(mark: string): string {
  return mark.slice(0, mark.indexOf(':'));
}

interface Mark {
  readonly serial: string;
  readonly epoch: string;
  readonly n: number;
}

function parseMark(mark: string): Mark | null {
  const [, serial, epoch, n] = /^([0-9]+):([0-9a-z.]+):([0-9]{1,15})$/.exec(mark) ?? [];
  return serial === undefined || epoch === undefined ? null : { serial, epoch, n: Number(n) };
}

/** The mark is from before this driver lived: its own numbers go on where the mark's ended, if the acceptor remembers. */
function anchor(tape: Tape, mark: Mark): Tape | null {
  if (mark.serial !== tape.serial || tape.afterGap) return null;
  // 0 then and 0 now: nothing has happened, or coins and a reset while no driver lived.
  if (mark.n === 0 && tape.began === 0) return null;
  const counterThen = tape.began === 0 ? 0 : counterOf(tape.began);
  const ahead = aheadOf(counterOf(mark.n), counterThen);
  if (ahead === null || ahead > tape.began - tape.from) return null;
  const shift = mark.n + ahead - tape.began;
  const events = tape.events.map((event) => ({ ...event, n: event.n + shift }));
  const moved = { ...tape, epoch: mark.epoch, n: tape.n + shift, began: tape.began + shift, events };
  return cutAt({ ...moved, from: tape.from + shift }, mark.n);
}

/** What another acceptor took before it came to us is not ours; what this one took is, whatever the mark says. */
function onlyOurs(tape: Tape, mark: Mark | null): Tape {
  return mark?.serial === tape.serial ? tape : cutAt(tape, tape.began);
}

function told(tapes: readonly Tape[], missed: boolean): Since {
  const events = tapes.flatMap((tape) => tape.events.map((event) => ({ mark: markOf(tape, event.n), event })));
  const last = tapes.at(-1);
  if (last === undefined) throw new Error('there is always a tape');
  const gap = tapes.slice(1).some(({ afterGap }) => afterGap);
  return { events, upTo: markOf(last, last.n), missed: missed || gap, tapes };
}

function cutAt(tape: Tape, n: number): Tape {
  return {
    ...tape,
    from: Math.max(tape.from, Math.min(n, tape.n)),
    events: tape.events.filter((event) => event.n > n),
  };
}

function counterOf(n: number): number {
  return n === 0 ? 0 : ((n - 1) % LAP) + 1;
}

/** null: it was reset in between. */
function aheadOf(before: number, now: number): number | null {
  if (now === 0) return before === 0 ? 0 : null;
  return before === 0 ? now : (now - before + LAP) % LAP;
}

/** Newest first in the acceptor's memory, oldest first here. */
function eventsOf({ slots }: Credits, count: number, n: number): readonly CoinEvent[] {
  return slots
    .slice(0, count)
    .map(({ a, b }, index) => ({ n: n - index, position: a, code: a === 0 ? b : 0 }))
    .toReversed();
}

function isEmpty({ a, b }: Slot): boolean {
  return a === 0 && b === 0;
}

function isSame(slot: Slot, other: Slot | undefined): boolean {
  return slot.a === other?.a && slot.b === other.b;
}
