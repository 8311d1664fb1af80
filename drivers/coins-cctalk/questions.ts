/** How long each question to the coin acceptor may take, and how often it is asked. */
import type { Question } from '../link/link.ts';
import {
  DATA_BYTES,
  decodeAnswer,
  encodeQuestion,
  type CoinAnswer,
  type CoinFrame,
  type CoinLine,
  type HeaderName,
} from './codec.ts';

/** A reply comes within 10 ms unless something has to move; the rest is for adapters and a busy kiosk. */
const REPLY_MS = 200;
const AROUND_DATA = 5;

/**
 * Asking again is safe: nothing here does more when it is said twice. Only a coin's name is asked for once, because the
 * late name of another coin looks just like it: there the whole table is read anew.
 */
const ATTEMPTS = 3;

export function questionOf(line: CoinLine, name: HeaderName, data: readonly number[]): Question<CoinFrame, CoinAnswer> {
  const bytes = encodeQuestion(line, name, data);
  return {
    bytes,
    match: (frame) => decodeAnswer(line, name, frame),
    replyMs: REPLY_MS,
    // On one wire our own bytes come back first.
    replyBytes: bytes.length + AROUND_DATA + DATA_BYTES[name],
    attempts: name === 'coinId' ? 1 : ATTEMPTS,
  };
}
