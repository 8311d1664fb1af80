/** Gives out challenges and checks their answers: each once, soon, and ever more slowly after wrong ones. */
import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { ANSWER_DIGITS } from '#contract/technician/desk.ts';
import type { RefusalCode } from '#contract/technician/refusals.table.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { digitsOf, newChallenge } from './challenge-text.ts';
import { answerByOcra, readOcraSuite } from './ocra.ts';
import { sessionOf, type TechnicianKey } from './technician-keys.ts';

export interface CheckOptions {
  /** The technicians' folder, which exists. */
  readonly folder: string;
  readonly keys: () => readonly TechnicianKey[];
  readonly clock: Clock;
  readonly log: Log;
}

export interface NotTaken {
  readonly code: RefusalCode;
  readonly waitMs: number | null;
}

export interface AnswerCheck {
  /** A new challenge; the one before is void. */
  challenge(): Result<{ readonly challenge: string; readonly expiresInMs: number }, NotTaken>;
  /** The key that the answer was made with. */
  check(answer: string): Result<TechnicianKey, NotTaken>;
}

/** Long enough for a telephone call. By running time: a clock that is wrong or jumps changes nothing. */
const EXPIRES_MS = 10 * 60_000;
/** So many slips of the tongue cost nothing. */
const FREE_TRIES = 2;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

const WrongAnswers = z.strictObject({ wrong: z.number().int().nonnegative() });

export function checkAnswers({ folder, keys, clock, log }: CheckOptions): AnswerCheck {
  const file = path.join(folder, 'wrong-answers.json');
  let wrong = readWrong(file);
  // A restart shortens no wait: it begins anew.
  let waitUntil = clock.monotonic() + waitAfter(wrong);
  let open: { readonly challenge: string; readonly until: number } | null = null;

  const keep = (count: number): void => {
    wrong = count;
    try {
      replaceFileDurably(file, `${JSON.stringify({ wrong })}\n`);
    } catch (error) {
      // Counted in memory all the same; a full disk must not keep out who comes to make room.
      log('technician.wrongNotKept', { error: nameOfError(error) });
    }
  };
  const waiting = (): NotTaken | null => {
    const waitMs = waitUntil - clock.monotonic();
    return waitMs > 0 ? { code: 'technician.wait', waitMs } : null;
  };
  return {
    challenge() {
      open = null;
      const wait = waiting();
      if (wait !== null) return fail(wait);
      if (keys().length === 0) return fail({ code: 'technician.noKey', waitMs: null });
      open = { challenge: newChallenge(), until: clock.monotonic() + EXPIRES_MS };
      return ok({ challenge: open.challenge, expiresInMs: EXPIRES_MS });
    },
    check(answer) {
      const wait = waiting();
      if (wait !== null) return fail(wait);
      if (open === null || clock.monotonic() >= open.until) {
        open = null;
        return fail({ code: 'technician.noChallenge', waitMs: null });
      }
      const { challenge } = open;
      const digits = digitsOf(answer);
      const key = keys().find((each) => answers(each, challenge, digits));
      if (key !== undefined) {
        open = null;
        if (wrong > 0) keep(0);
        return ok(key);
      }
      keep(wrong + 1);
      const waitMs = waitAfter(wrong);
      waitUntil = clock.monotonic() + waitMs;
      // After a wait it takes a new one: nobody tries on and on against the same.
      if (waitMs > 0) open = null;
      return fail({ code: 'technician.wrongAnswer', waitMs: waitMs > 0 ? waitMs : null });
    },
  };
}

/** What the holder of this key answers. Throws RangeError for a challenge its suite does not take. */
export function answerFor(key: TechnicianKey, challenge: string): string {
  const suite = readOcraSuite(key.suite);
  if (suite === null) throw new RangeError('suite');
  return answerByOcra(suite, Buffer.from(key.secret, 'base64'), { challenge, session: sessionOf(key) });
}

function answers(key: TechnicianKey, challenge: string, digits: string): boolean {
  const expected = Buffer.from(answerFor(key, challenge));
  const given = Buffer.from(digits);
  return digits.length === ANSWER_DIGITS && given.length === expected.length && timingSafeEqual(given, expected);
}

function waitAfter(wrong: number): number {
  return wrong <= FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES - 1));
}

/** A file that can't be read was meddled with: no reason to be quicker. */
function readWrong(file: string): number {
  try {
    return WrongAnswers.parse(JSON.parse(readFileSync(file, 'utf8'))).wrong;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 0 : FREE_TRIES + 1;
  }
}
