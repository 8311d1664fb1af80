/**
 * How an SSP validator says and is told the words of the note machine. The next poll accepts a note that was offered, so
 * while one is, "how are you?" is HOLD; accepting it is polling on.
 */
import { fail, ok, type Result } from '#contract/result.ts';
import type { NoteDialect, NoteSpeech } from '../cash/note-dialect.ts';
import { isOutcome, type NoteCondition, type Obeyed } from '../cash/note-words.ts';
import type { LinkTrouble } from '../link/link.ts';
import { eventsOf, inhibitBits, REPLIES, serialOf, valuesOf, type CommandName, type SspFrame } from './codec.ts';
import { openConversation } from './conversation.ts';
import { EMPTY_PATH, heard, type NotePath } from './events.ts';
import type { Secrecy } from './opening.ts';

type Told<T> = Promise<Result<T, LinkTrouble>>;

/** Its key was refused, by either side: shown as the validator's own code for that. */
const NO_KEY: NoteCondition = { is: 'failed', code: REPLIES.keyNotSet };
const BUSY: NoteCondition = { is: 'busy' };

/** What was heard stays true when the line is opened anew, so it belongs to the driver's life. */
export function sspSpeech(secrecy: Secrecy): NoteDialect<SspFrame>['speak'] {
  let path: NotePath = EMPTY_PATH;
  /** Heard, and nobody was there to be told. */
  let untold: readonly NoteCondition[] = [];

  const notOffered = (): void => {
    path = { ...path, offered: null };
  };

  /** What lay in escrow is on its way out; what was said once before this nobody may have heard. */
  const begun = (): void => {
    path = { ...path, offered: null, missed: path.once };
  };

  /** What it says first; what it says only once waits to be told. */
  const polled = (reply: Uint8Array): NoteCondition => {
    notOffered();
    const news = heard(path, eventsOf(reply));
    path = news.path;
    untold = [...untold, ...news.conditions.filter((each) => isSaidOnce(each, path.once))];
    return news.conditions[0] ?? BUSY;
  };
  const late = (name: CommandName, reply: Uint8Array): void => {
    if (reply[0] !== REPLIES.ok) return;
    if (name === 'reject') notOffered();
    if (name === 'poll' || name === 'pollWithAck') polled(reply);
  };

  return (link): NoteSpeech => {
    const { ready, ask, obeys } = openConversation(link, secrecy, { late, begun });

    /** Hears what has happened; accepts the note that is offered. */
    const pollOn = async (signal: AbortSignal): Told<NoteCondition> => {
      const reply = await ask(path.once ? 'poll' : 'pollWithAck', [], signal);
      if (!reply.ok) return reply;
      if (reply.value === null) return ok(NO_KEY);
      if (reply.value[0] === REPLIES.ok) return ok(polled(reply.value));
      if (path.once || reply.value[0] !== REPLIES.unknown) return ok(BUSY);
      path = { ...path, once: true, missed: true };
      return pollOn(signal);
    };

    const hold = async (signal: AbortSignal): Told<Obeyed> => {
      const inStep = await ready(signal);
      if (!inStep.ok) return inStep;
      if (path.offered === null) return ok('refused');
      const held = await obeys('hold', [], signal);
      if (held.ok && held.value === 'refused') notOffered();
      return held;
    };

    const now = async (signal: AbortSignal): Told<NoteCondition> => {
      const held = await hold(signal);
      if (!held.ok) return held;
      const bill = path.offered;
      return held.value === 'done' && bill !== null ? ok({ is: 'escrow', bill }) : pollOn(signal);
    };

    /** What was heard before comes first; a credit that is said once is told until it is written down. */
    const next = async (signal: AbortSignal): Told<NoteCondition> => {
      const said = await now(signal);
      if (!said.ok) return said;
      if (signal.aborted) return fail('aborted');
      const [first = said.value, ...rest] = untold;
      if (!isCreditSaidOnce(first)) untold = rest;
      return ok(first);
    };
    const isCreditSaidOnce = ({ is }: NoteCondition): boolean => is === 'stacked' && path.once;

    const acknowledge = async (condition: NoteCondition, signal: AbortSignal): Promise<void> => {
      if (isCreditSaidOnce(condition)) untold = untold.slice(1);
      // That a note came out it repeats only after a power-up; acknowledging it otherwise does nothing.
      if (!path.once) await obeys('eventAck', [], signal);
    };

    const whyRefused = async (signal: AbortSignal): Promise<number> => {
      const reply = await ask('lastReject', [], signal);
      return reply.ok && reply.value?.[0] === REPLIES.ok ? (reply.value[1] ?? 0) : 0;
    };

    const stack = async (signal: AbortSignal): Told<Obeyed> => {
      const inStep = await ready(signal);
      if (!inStep.ok) return inStep;
      if (path.offered === null) return ok('refused');
      const accepted = await pollOn(signal);
      return accepted.ok ? ok('done') : accepted;
    };

    const giveBack = async (signal: AbortSignal): Told<Obeyed> => {
      const rejected = await obeys('reject', [], signal);
      if (rejected.ok && rejected.value === 'done') notOffered();
      return rejected;
    };

    /** What it found in itself at power-up is known now; its motors it has tested by itself. */
    const forget = async (signal: AbortSignal): Told<Obeyed> => {
      const acknowledged = path.once ? ok('done' as const) : await obeys('eventAck', [], signal);
      if (!acknowledged.ok) return acknowledged;
      path = { ...path, found: null };
      return ok('done');
    };

    const orders = { hold, stack, giveBack, reset: forget };

    return {
      async poll(signal) {
        const said = await next(signal);
        if (!said.ok) return said;
        const why = said.value.is === 'refusing' ? await whyRefused(signal) : null;
        const condition = why === null ? said.value : ({ is: 'refusing', why } as const);
        return ok({ condition, acknowledge: isOutcome(condition) ? (until) => acknowledge(condition, until) : null });
      },
      order: (order, signal) => orders[order](signal),
      async learn(signal) {
        const serial = await ask('serial', [], signal);
        if (!serial.ok) return serial;
        const setup = await ask('setup', [], signal);
        if (!setup.ok) return setup;
        const valuesFen = setup.value && valuesOf(setup.value);
        if (!valuesFen) return fail('garbled');
        return ok({ serial: serial.value?.[0] === REPLIES.ok ? serialOf(serial.value) : null, valuesFen });
      },
      /** The bills first: it never takes anything that isn't wanted. */
      async enable(bills, signal) {
        if (bills.length === 0) return obeys('disable', [], signal);
        const inhibited = await obeys('inhibits', inhibitBits(bills), signal);
        return inhibited.ok && inhibited.value === 'done' ? obeys('enable', [], signal) : inhibited;
      },
    };
  };
}

/** What lasts it says again, and a credit that nobody has acknowledged. */
function isSaidOnce({ is }: NoteCondition, once: boolean): boolean {
  return is === 'returned' || is === 'refusing' || is === 'cheated' || (is === 'stacked' && once);
}
