/** Who gets in by telephone: the right answer once and in time; wrong ones ever more slowly, also after a restart. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StationId } from '#contract/ids.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { readChallenge } from './challenge-text.ts';
import { answerFor, checkAnswers, type AnswerCheck } from './check-answers.ts';
import { makeKey, readKeys, TechnicianKey, writeKeys } from './technician-keys.ts';

const STATION = StationId.parse('micro-centre-1');
const MINUTE = 60_000;
const desk = makeKey(STATION, 'night-desk', 'technician', 0);
const inspector = makeKey(STATION, 'inspection', 'inspector', 0);

let folder: string;
let clock: HallClock;
let answers: AnswerCheck;
const open = (): AnswerCheck => checkAnswers({ folder, keys: () => [desk, inspector], clock, log: () => {} });
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-answers-'));
  clock = new HallClock();
  answers = open();
});
afterEach(() => rmSync(folder, { recursive: true }));

function challenge(): string {
  const given = answers.challenge();
  if (!given.ok) throw new Error(given.fault.code);
  return given.value.challenge;
}
function wrongFor(text: string): string {
  const right = new Set([desk, inspector].map((key) => answerFor(key, text)));
  return ['00000000', '00000001', '00000002'].find((each) => !right.has(each)) ?? '';
}
const waitMs = (): number | null => {
  const given = answers.challenge();
  return given.ok ? null : given.fault.waitMs;
};

test('the answer says by whose key; typed with blanks and in full width it is the same', () => {
  expect(answers.check(answerFor(desk, challenge()))).toMatchObject({ ok: true, value: { name: 'night-desk' } });
  const text = challenge();
  const fullWidth = answerFor(inspector, text).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const typed = ` ${fullWidth.slice(0, 4)} ${fullWidth.slice(4)} `;
  expect(answers.check(typed)).toMatchObject({ ok: true, value: { role: 'inspector' } });
});

test('an answer opens once: again, for an earlier challenge, or for another station it is worth nothing', () => {
  const first = challenge();
  const answer = answerFor(desk, first);
  expect(answers.check(answer).ok).toBe(true);
  expect(answers.check(answer)).toMatchObject({ ok: false, fault: { code: 'technician.noChallenge' } });
  challenge();
  expect(answers.check(answer)).toMatchObject({ ok: false, fault: { code: 'technician.wrongAnswer' } });
  const elsewhere = { ...desk, station: StationId.parse('micro-centre-2') };
  expect(answers.check(answerFor(elsewhere, challenge()))).toMatchObject({ ok: false });
});

test('a challenge is good for ten minutes of running time, whatever the clock on the wall does', () => {
  const text = challenge();
  clock.set(-20 * 365 * 24 * 60 * MINUTE);
  clock.advance(9 * MINUTE);
  expect(answers.check(answerFor(desk, text)).ok).toBe(true);
  const late = challenge();
  clock.advance(10 * MINUTE);
  expect(answers.check(answerFor(desk, late))).toMatchObject({ ok: false, fault: { code: 'technician.noChallenge' } });
});

test('two slips are free, then each wrong answer costs twice as much time, up to a quarter of an hour', () => {
  const text = challenge();
  for (const waits of [null, null, 30_000]) {
    expect(answers.check(wrongFor(text))).toEqual({
      ok: false,
      fault: { code: 'technician.wrongAnswer', waitMs: waits },
    });
  }
  // The right answer comes too late now.
  expect(answers.check(answerFor(desk, text))).toMatchObject({ ok: false, fault: { code: 'technician.wait' } });
  const waits: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) {
    clock.advance(15 * MINUTE);
    const checked = answers.check(wrongFor(challenge()));
    if (!checked.ok && checked.fault.waitMs !== null) waits.push(checked.fault.waitMs / 1_000);
  }
  expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900]);
  clock.advance(15 * MINUTE);
  expect(answers.check(answerFor(desk, challenge())).ok).toBe(true);
  expect(answers.check(wrongFor(challenge()))).toMatchObject({ fault: { waitMs: null } });
});

test('pulling the plug shortens nothing, and a file that was meddled with is no way around', () => {
  const text = challenge();
  for (let tries = 0; tries < 4; tries += 1) {
    answers.check(wrongFor(text));
    clock.advance(61_000);
    challenge();
  }
  answers = open();
  expect(waitMs()).toBeGreaterThan(50_000);
  writeFileSync(path.join(folder, 'wrong-answers.json'), '{"wrong":-1}');
  answers = open();
  expect(waitMs()).toBeGreaterThan(20_000);
});

describe('a challenge on the telephone', () => {
  test('every single wrong digit and every swap of neighbours but 09 is noticed', () => {
    const text = challenge();
    for (let place = 0; place < text.length; place += 1) {
      const digit = Number(text[place]);
      for (let other = 1; other < 10; other += 1) {
        const misheard = text.slice(0, place) + String((digit + other) % 10) + text.slice(place + 1);
        expect(readChallenge(misheard)).toBeNull();
      }
      const next = text[place + 1];
      if (next === undefined || next === text[place] || ['09', '90'].includes(`${text[place]}${next}`)) continue;
      expect(readChallenge(text.slice(0, place) + next + text[place] + text.slice(place + 2))).toBeNull();
    }
    expect(readChallenge(`${text.slice(0, 5)} ${text.slice(5)}`)).toBe(text);
  });

  test('is not asked for where nobody could answer', () => {
    const keyless = checkAnswers({ folder, keys: () => [], clock, log: () => {} });
    expect(keyless.challenge()).toEqual({ ok: false, fault: { code: 'technician.noKey', waitMs: null } });
  });
});

test('keys lie where only the store’s owner reads them, and come back as they were', () => {
  writeKeys(folder, [desk, inspector]);
  expect(readKeys(folder)).toEqual([desk, inspector]);
  writeFileSync(path.join(folder, 'technician', 'keys.json'), 'nonsense');
  expect(() => readKeys(folder)).toThrow();
});

test.each([
  ['a counter', 'OCRA-1:HOTP-SHA256-8:C-QN10-S128'],
  ['a PIN', 'OCRA-1:HOTP-SHA256-8:QN10-PSHA1-S128'],
  ['a clock', 'OCRA-1:HOTP-SHA256-8:QN10-S128-T1M'],
  ['nobody named', 'OCRA-1:HOTP-SHA256-8:QN10'],
  ['a name that does not fit', 'OCRA-1:HOTP-SHA256-8:QN10-S016'],
  ['six digits', 'OCRA-1:HOTP-SHA256-6:QN10-S128'],
  ['a shorter challenge', 'OCRA-1:HOTP-SHA256-8:QN04-S128'],
])('a key whose suite has %s is refused, and keeps out nobody else', (_name, suite) => {
  expect(TechnicianKey.safeParse({ ...desk, suite }).success).toBe(false);
  writeKeys(folder, [{ ...desk, suite }, inspector]);
  answers = checkAnswers({ folder, keys: () => readKeys(folder), clock, log: () => {} });
  expect(answers.check(answerFor(inspector, challenge()))).toMatchObject({ ok: true, value: { name: 'inspection' } });
});
