/** The ID-003 note acceptor: the words of its protocol for the machine that all polled validators share. */
import { fail, ok } from '#contract/result.ts';
import { openNoteAcceptor } from '../cash/note-acceptor.ts';
import { wordByWord, type NoteDialect, type NoteWords } from '../cash/note-dialect.ts';
import type { Obeyed } from '../cash/note-words.ts';
import { defineDriver } from '../define-driver.ts';
import type { Question } from '../link/link.ts';
import {
  ACKNOWLEDGE,
  ASK_CURRENCIES,
  ASK_STATUS,
  conditionOf,
  currenciesOf,
  encodeOrder,
  encodeSetting,
  obeyedBy,
  refusedBits,
  wantsAcknowledgement,
  type Id003Frame,
} from './codec.ts';
import { id003Framer } from './framer.ts';
import { narrateId003 } from './narrate.ts';

export const notesId003 = defineDriver({
  deviceClass: 'CashAcceptor',
  model: 'notes-id003',
  narrate: narrateId003,
  open: ({ settings: { baudRate, country }, ...surroundings }) =>
    openNoteAcceptor(id003(country), surroundings, { baudRate, parity: 'even' }),
});

/** The makers' limit; the rest is for adapters and a busy kiosk. */
const REPLY_MS = 300;
const LONGEST_REPLY_BYTES = 70;
/** Asking again is safe: none of the commands does more when it is said twice. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;

function id003(country: number | null): NoteDialect<Id003Frame> {
  return {
    framer: id003Framer,
    isDamaged: (frame) => frame.kind === 'damaged',
    setUpWhileStarting: true,
    overheard: (frame) => (frame.kind === 'reply' ? conditionOf(frame.data) : null),
    speak: wordByWord(words(country)),
  };
}

function words(country: number | null): NoteWords<Id003Frame> {
  return {
    pauseMs: PAUSE_MS,
    poll: question(ASK_STATUS, polled),
    order: (order) => obeyed(encodeOrder(order)),
    async learn(link, signal) {
      const table = await link.ask(
        question(ASK_CURRENCIES, (data) => currenciesOf(data, country)),
        signal,
      );
      return table.ok ? ok({ serial: null, valuesFen: table.value }) : fail(table.fault);
    },
    async enable(link, bills, signal) {
      for (const setting of bills.length === 0 ? [TAKE_NOTHING] : takeOnly(bills)) {
        const answer = await link.ask(obeyed(setting), signal);
        if (!answer.ok || answer.value === 'refused') return answer;
      }
      return ok('done');
    },
  };
}

const TAKE_NOTHING = encodeSetting('inhibit', 0x01);

/** The bills first, the inhibit last: it never takes anything that isn't wanted. */
function takeOnly(bills: readonly number[]): readonly Uint8Array[] {
  return [
    encodeSetting('denominations', ...refusedBits(bills)),
    encodeSetting('security', 0x00, 0x00),
    encodeSetting('mode', 0x00),
    encodeSetting('direction', 0x00),
    encodeSetting('inhibit', 0x00),
  ];
}

function polled(data: Uint8Array) {
  const condition = conditionOf(data);
  return condition && { condition, acknowledgement: wantsAcknowledgement(data) ? ACKNOWLEDGE : null };
}

function obeyed(bytes: Uint8Array): Question<Id003Frame, Obeyed> {
  return question(bytes, (data) => obeyedBy(bytes, data));
}

function question<Reply>(bytes: Uint8Array, pick: (data: Uint8Array) => Reply | null): Question<Id003Frame, Reply> {
  return {
    bytes,
    match: (frame) => (frame.kind === 'reply' ? pick(frame.data) : null),
    replyMs: REPLY_MS,
    replyBytes: LONGEST_REPLY_BYTES,
    attempts: ATTEMPTS,
  };
}
