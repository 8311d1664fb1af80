/** Whole replies that come twice, late, in place of another, or never. */
import { joined } from '../../link/framer.ts';
import { onQuestions, onReplies, both, type Hands, type Misbehaviour } from '../misbehaviour.ts';
import type { Tap } from '../../tap/tap.ts';

/** Later than any question waits. */
const VERY_LATE_MS = 12_000;

function delayed({ clock }: Hands, ms: number, which: (reply: number) => boolean = () => true): Tap {
  let reply = -1;
  return onReplies((bytes, deliver) => {
    reply += 1;
    if (which(reply)) clock.after(ms, () => deliver(bytes));
    else deliver(bytes);
  });
}

/** Keeps a reply until the next question has gone out: it arrives as the answer to that one. */
function heldBack({ clock }: Hands, which: (reply: number) => boolean): Tap {
  let reply = -1;
  let held: (() => void) | null = null;
  return both(
    onReplies((bytes, deliver) => {
      reply += 1;
      if (which(reply)) held = () => deliver(bytes);
      else deliver(bytes);
    }),
    onQuestions(() => {
      const late = held;
      held = null;
      if (late) clock.after(1, late);
      return true;
    }),
  );
}

/** The same question: as long, and it begins alike; a receipt's proof id at its end may differ. */
function keptForTheSame({ clock }: Hands, place: number): Tap {
  let reply = -1;
  let asked = '';
  let kept: { readonly answers: string; readonly deliver: (again: (bytes: Uint8Array) => void) => void } | null = null;
  return both(
    onReplies((bytes, deliver) => {
      reply += 1;
      if (reply === place) kept = { answers: asked, deliver: (again) => again(bytes) };
      else deliver(bytes);
    }),
    onQuestions((bytes, deliver) => {
      asked = `${bytes.length} ${bytes.subarray(0, 8).join()}`;
      if (kept?.answers === asked) {
        const { deliver: late } = kept;
        kept = null;
        clock.after(1, () => late(deliver));
      }
      return true;
    }),
  );
}

function lost(which: (reply: number) => boolean): Tap {
  let reply = -1;
  return onReplies((bytes, deliver) => {
    reply += 1;
    if (!which(reply)) deliver(bytes);
  });
}

export const REPLIES_ASTRAY: readonly Misbehaviour[] = [
  {
    name: 'every reply comes twice in one chunk',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => onReplies((bytes, deliver) => deliver(joined(bytes, bytes))),
  },
  {
    name: 'one reply comes again 5 ms later',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: ({ clock }, place) => {
      let reply = -1;
      return onReplies((bytes, deliver) => {
        reply += 1;
        deliver(bytes);
        if (reply === place) clock.after(5, () => deliver(bytes));
      });
    },
  },
  {
    name: 'with every reply comes the one before, in one chunk',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => {
      let before: Uint8Array = new Uint8Array(0);
      return onReplies((bytes, deliver) => {
        deliver(joined(before, bytes));
        before = bytes;
      });
    },
  },
  {
    name: 'one reply comes only when the next question has been asked',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (hands, place) => heldBack(hands, (reply) => reply === place),
  },
  {
    name: 'every reply comes only when the next question has been asked',
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (hands) => heldBack(hands, () => true),
  },
  {
    name: 'one reply comes only when the same is asked again, in this command or the next',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    goesOn: true,
    tap: (hands, place) => keptForTheSame(hands, place),
  },
  {
    name: 'every reply is half a second late',
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (hands) => delayed(hands, 500),
  },
  {
    name: 'one reply is two and a half seconds late',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (hands, place) => delayed(hands, 2_500, (reply) => reply === place),
  },
  {
    name: 'every reply is too late',
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (hands) => delayed(hands, VERY_LATE_MS),
  },
  {
    name: 'one reply is lost',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (_, place) => lost((reply) => reply === place),
  },
  {
    name: 'the device falls silent for good',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    leavesUnheard: true,
    tap: (_, place) => lost((reply) => reply >= place),
  },
];
