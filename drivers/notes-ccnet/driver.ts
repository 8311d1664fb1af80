/** The CCNET note acceptor: the words of its protocol for the machine that all polled validators share. */
import { ok } from '#contract/result.ts';
import { openNoteAcceptor } from '../cash/note-acceptor.ts';
import { wordByWord, type NoteDialect, type NoteWords } from '../cash/note-dialect.ts';
import type { NoteOrder } from '../cash/note-words.ts';
import { defineDriver } from '../define-driver.ts';
import type { Question } from '../link/link.ts';
import {
  ACKNOWLEDGE,
  conditionOf,
  decodeReply,
  enableMask,
  encodeCommand,
  type Answer,
  type CcnetFrame,
  type CommandName,
} from './codec.ts';
import { ccnetFramer } from './framer.ts';
import { narrateNotes } from './narrate.ts';

export const notesCcnet = defineDriver({
  deviceClass: 'CashAcceptor',
  model: 'notes-ccnet',
  narrate: narrateNotes,
  open: ({ settings, ...surroundings }) => openNoteAcceptor(ccnet, surroundings, settings),
});

/** A validator answers within 10 ms or not at all; the rest is for adapters and a busy kiosk. */
const REPLY_MS = 300;
const LONGEST_REPLY_BYTES = 126;
/** Asking again is safe: none of the commands does more when it is said twice. */
const ATTEMPTS = 4;
/** Programs that work with many validators listen for 20 ms after an acknowledgement before they speak again. */
const PAUSE_MS = 20;

const words: NoteWords<CcnetFrame> = {
  pauseMs: PAUSE_MS,
  // Every reply that carries data has to be acknowledged, whatever it says.
  poll: question('poll', [], (answer) =>
    answer.kind === 'condition' ? { condition: answer.condition, acknowledgement: ACKNOWLEDGE } : null,
  ),
  order: (order: NoteOrder) => obeyed(order),
  async learn(link, signal) {
    const identity = await link.ask(
      question('identify', [], (answer) => (answer.kind === 'identity' ? answer : null)),
      signal,
    );
    if (!identity.ok) return identity;
    await link.tell(ACKNOWLEDGE, signal);
    const table = await link.ask(
      question('billTable', [], (answer) => (answer.kind === 'table' ? answer : null)),
      signal,
    );
    if (!table.ok) return table;
    await link.tell(ACKNOWLEDGE, signal);
    return ok({ serial: identity.value.serial, valuesFen: table.value.valuesFen });
  },
  enable: (link, bills, signal) => link.ask(obeyed('enable', enableMask(bills)), signal),
};

const ccnet: NoteDialect<CcnetFrame> = {
  framer: ccnetFramer,
  isDamaged: (frame) => frame.kind === 'damaged',
  setUpWhileStarting: false,
  overheard: (frame) => (frame.kind === 'reply' ? conditionOf(frame.data) : null),
  speak: wordByWord(words),
};

function obeyed(command: CommandName, parameters: readonly number[] = []): Question<CcnetFrame, 'done' | 'refused'> {
  return question(command, parameters, ({ kind }) => (kind === 'ack' ? 'done' : kind === 'nak' ? 'refused' : null));
}

function question<Reply>(
  command: CommandName,
  parameters: readonly number[],
  pick: (answer: Answer) => Reply | null,
): Question<CcnetFrame, Reply> {
  return {
    bytes: encodeCommand(command, parameters),
    match(frame) {
      const answer = decodeReply(command, frame);
      return answer === null ? null : pick(answer);
    },
    replyMs: REPLY_MS,
    replyBytes: LONGEST_REPLY_BYTES,
    attempts: ATTEMPTS,
  };
}
