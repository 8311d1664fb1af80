/**
 * How an SSP validator says and is told the words of the note machine. The next poll accepts a note that was offered, so
 * while one is, "how are you?" is HOLD; accepting it is polling on.
 */
import { fail, ok, type Result } from '#contract/result.ts';
import type { NoteDialect, NoteSpeech, Polled } from '../cash/note-dialect.ts';
import type { NoteCondition, NoteOrder, Obeyed } from '../cash/note-words.ts';
import type { LinkTrouble } from '../link/link.ts';
import { eventsOf, inhibitBits, REPLIES, serialOf, valuesOf, type CommandName, type SspFrame } from './codec.ts';
import { EMPTY_PATH, heard, type NotePath } from './events.ts';
import { openExchange } from './exchange.ts';
import { begin, type Secrecy } from './opening.ts';

type Told<T> = Promise<Result<T, LinkTrouble>>;

/** Its key was refused, by either side: shown as the validator's own code for that. */
const NO_KEY: NoteCondition = { is: 'failed', code: REPLIES.keyNotSet };
const BUSY: NoteCondition = { is: 'busy' };

/** What was heard stays true when the line is opened anew, so it belongs to the driver's life. */
export function sspSpeech(secrecy: Secrecy): NoteDialect<SspFrame>['speak'] {
  let path: NotePath = EMPTY_PATH;
  let waiting: readonly NoteCondition[] = [];
  /** Events are said until they are acknowledged; older validators say them once. */
  let acknowledges = true;

  const digest = (reply: Uint8Array): void => {
    const news = heard(path, eventsOf(reply));
    path = news.path;
    waiting = [...waiting, ...news.conditions];
  };
  const late = (name: CommandName, reply: Uint8Array): void => {
    if (isPoll(name) && reply[0] === REPLIES.ok) digest(reply);
  };

  return (link): NoteSpeech => {
    const exchange = openExchange(link, late);

    /** In step, with a key where one is wanted; a note that the one before us left in escrow is out of it. */
    const ready = async (signal: AbortSignal): Told<'ready' | 'refused'> => {
      if (exchange.inStep()) return ok('ready');
      const begun = await begin(exchange, secrecy, signal);
      if (begun.ok) path = { ...path, offered: null };
      return begun;
    };

    /** null: it has no key to understand us with. */
    const ask = async (
      name: CommandName,
      parameters: readonly number[],
      signal: AbortSignal,
    ): Told<Uint8Array | null> => {
      for (let again = 0; again < 2; again += 1) {
        const begun = await ready(signal);
        if (!begun.ok) return begun;
        if (begun.value === 'refused') return ok(null);
        const reply = await exchange.ask(name, parameters, signal);
        if (!reply.ok || reply.value[0] !== REPLIES.keyNotSet) return reply;
        // What was offered before it forgot its key is its own to tell, or is given back when we begin anew.
      }
      return ok(null);
    };

    const obeys = async (name: CommandName, parameters: readonly number[], signal: AbortSignal): Told<Obeyed> => {
      const reply = await ask(name, parameters, signal);
      if (!reply.ok) return reply;
      return ok(reply.value?.[0] === REPLIES.ok ? 'done' : 'refused');
    };

    /** Hears what has happened; accepts the note that is offered. */
    const pollOn = async (signal: AbortSignal): Told<'heard' | 'busy' | 'keyless'> => {
      const reply = await ask(acknowledges ? 'pollWithAck' : 'poll', [], signal);
      if (!reply.ok) return reply;
      if (reply.value === null) return ok('keyless');
      if (reply.value[0] === REPLIES.unknown && acknowledges) {
        acknowledges = false;
        return pollOn(signal);
      }
      if (reply.value[0] !== REPLIES.ok) return ok('busy');
      path = { ...path, offered: null };
      digest(reply.value);
      return ok('heard');
    };

    const holdOn = async (signal: AbortSignal): Told<Obeyed> => {
      if (path.offered === null) return ok('refused');
      const held = await obeys('hold', [], signal);
      if (held.ok && held.value === 'refused') path = { ...path, offered: null };
      return held;
    };

    const next = async (signal: AbortSignal): Told<NoteCondition> => {
      if (waiting.length === 0) {
        const begun = await ready(signal);
        if (!begun.ok) return begun;
        const bill = path.offered;
        if (bill !== null) {
          const held = await holdOn(signal);
          if (!held.ok) return held;
          if (held.value === 'done') return ok({ is: 'escrow', bill });
        }
        const polled = await pollOn(signal);
        if (!polled.ok) return polled;
        if (polled.value !== 'heard') return ok(polled.value === 'busy' ? BUSY : NO_KEY);
      }
      // Whoever asked has given up: it stays for the next one.
      if (signal.aborted) return fail('aborted');
      const [first = BUSY, ...rest] = waiting;
      waiting = rest;
      return ok(first.is === 'refusing' ? { ...first, why: await whyRefused(signal) } : first);
    };

    const whyRefused = async (signal: AbortSignal): Promise<number> => {
      const reply = await ask('lastReject', [], signal);
      return reply.ok && reply.value?.[0] === REPLIES.ok ? (reply.value[1] ?? 0) : 0;
    };

    return {
      async poll(signal) {
        const said = await next(signal);
        if (!said.ok) return said;
        const waits = acknowledges && said.value.is === 'stacked';
        const acknowledge = waits ? (until: AbortSignal) => obeys('eventAck', [], until) : null;
        return ok({ condition: said.value, acknowledge } satisfies Polled);
      },
      order(order: NoteOrder, signal) {
        switch (order) {
          case 'hold':
            return holdOn(signal);
          case 'stack':
            return path.offered === null ? Promise.resolve(ok('refused')) : accepted(signal);
          case 'giveBack':
            return givenBack(signal);
          case 'reset':
            return forgotten(signal);
        }
      },
      async learn(signal) {
        const serial = await ask('serial', [], signal);
        if (!serial.ok) return serial;
        const setup = await ask('setup', [], signal);
        if (!setup.ok) return setup;
        const valuesFen = setup.value && valuesOf(setup.value);
        if (!valuesFen) return fail('garbled');
        const named = serial.value?.[0] === REPLIES.ok;
        return ok({ serial: named && serial.value ? serialOf(serial.value) : null, valuesFen });
      },
      /** The bills first: it never takes anything that isn't wanted. */
      async enable(bills, signal) {
        if (bills.length === 0) return obeys('disable', [], signal);
        const inhibited = await obeys('inhibits', inhibitBits(bills), signal);
        return inhibited.ok && inhibited.value === 'done' ? obeys('enable', [], signal) : inhibited;
      },
    };

    async function accepted(signal: AbortSignal): Told<Obeyed> {
      const polled = await pollOn(signal);
      if (!polled.ok) return polled;
      return ok(polled.value === 'heard' ? 'done' : 'refused');
    }

    async function givenBack(signal: AbortSignal): Told<Obeyed> {
      const rejected = await obeys('reject', [], signal);
      if (rejected.ok && rejected.value === 'done') path = { ...path, offered: null };
      return rejected;
    }

    /** What it found in itself at power-up is known now; it has tested its motors by itself. */
    async function forgotten(signal: AbortSignal): Told<Obeyed> {
      if (acknowledges) {
        const acknowledged = await obeys('eventAck', [], signal);
        if (!acknowledged.ok) return acknowledged;
      }
      path = { ...path, found: null };
      return ok('done');
    }
  };
}

function isPoll(name: CommandName): boolean {
  return name === 'poll' || name === 'pollWithAck';
}
