/** Whatever a reader makes of a paper: true numbers come through, and no other value ever does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInCapitals, amountInFigures } from '#fixtures/papers/amount.ts';
import { chanceOf } from '#fixtures/papers/chance.ts';
import { creditCodeOf, inventCreditCode } from '#fixtures/papers/credit-code.ts';
import { dayInCharacters, dayInWords, inventDay, inventPerson } from '#fixtures/papers/invented.ts';
import { creditCodeHolds, idNumberHolds } from '../language/check-characters.ts';
import { compareCapitals, understandMoney } from './understand-money.ts';
import { UNDERSTAND, type Understood } from './understand.ts';

const seed = fc.integer({ min: 1, max: 1_000_000 });
const valueOf = (understood: Understood): string | null => ('value' in understood ? understood.value : null);
const place = fc.integer({ min: 0, max: 17 });
/** As readers err: a letter for the digit it looks like. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '2': 'Z', '5': 'S', '8': 'B', X: 'x' };

function replacedAt(text: string, index: number, letter: string): string {
  return text.slice(0, index) + letter + text.slice(index + 1);
}

describe('numbers with a check character', () => {
  test('the examples of the standards hold', () => {
    for (const number of ['11010519491231002X', '440524188001010014']) expect(idNumberHolds(number)).toBe(true);
    expect(creditCodeHolds('91350100M000100Y43')).toBe(true);
    expect(creditCodeOf('91350100M000100Y4')).toBe('91350100M000100Y43');
  });

  test('an ID number is understood, also with letters for digits', () => {
    fc.assert(
      fc.property(seed, fc.uniqueArray(place, { maxLength: 4 }), (number, places) => {
        const { idNumber } = inventPerson(chanceOf(number));
        const read = places.reduce(
          (text, index) => replacedAt(text, index, LOOKS_LIKE[text.charAt(index)] ?? text.charAt(index)),
          idNumber,
        );
        expect(UNDERSTAND.idNumber(read)).toMatchObject({ value: idNumber, check: 'checkDigit' });
      }),
    );
  });

  test('one wrong digit is never taken for another number', () => {
    fc.assert(
      fc.property(seed, place, fc.integer({ min: 1, max: 9 }), (number, index, by) => {
        const { idNumber } = inventPerson(chanceOf(number));
        const digit = idNumber.charAt(index);
        const other = digit === 'X' ? String(by) : String((Number(digit) + by) % 10);
        expect(UNDERSTAND.idNumber(replacedAt(idNumber, index, other))).toEqual({ why: 'contradicted' });
      }),
    );
  });

  test('a credit code is understood; with one wrong character it is not', () => {
    fc.assert(
      fc.property(seed, place, fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (number, index, letter) => {
        const code = inventCreditCode(chanceOf(number));
        expect(valueOf(UNDERSTAND.uscc(code.replaceAll('0', 'O').replaceAll('1', 'I')))).toBe(code);
        const wrong = replacedAt(code, index, letter);
        expect(valueOf(UNDERSTAND.uscc(wrong))).toBe(wrong === code ? code : null);
      }),
    );
  });
});

describe('days and amounts', () => {
  test('a day is understood in each of its forms', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const day = inventDay(chanceOf(number), 1900, 2099);
        for (const printed of [day, day.replaceAll('-', '.'), dayInWords(day), dayInCharacters(day)])
          expect(valueOf(UNDERSTAND.date(printed))).toBe(day);
      }),
    );
  });

  const fens = fc.integer({ min: 1, max: 9_999_999_999 });

  test('an amount is understood, and its capitals agree with it and with no other', () => {
    fc.assert(
      fc.property(fens, fens, (fen, other) => {
        expect(valueOf(understandMoney(`￥${amountInFigures(fen)}元`.normalize('NFKC')))).toBe(String(fen));
        expect(compareCapitals(amountInCapitals(fen), fen)).toBe('agree');
        if (other !== fen) expect(compareCapitals(amountInCapitals(fen), other)).toBe('contradict');
      }),
    );
  });

  test('a point that was overlooked never makes an amount', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        expect(valueOf(understandMoney(amountInFigures(fen).replace('.', '')))).toBeNull();
      }),
    );
  });
});

test('no text at all makes a reader throw, and what it takes has the form of its kind', () => {
  const letters = fc.constantFrom(...'0123456789XOlI一二三十〇年月日元角分壹仟￥,.-/省市号周·AZ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(letters, { maxLength: 24 }).map((all) => all.join('')),
      ),
      (read) => {
        const forms = { idNumber: /^\d{17}[\dX]$/, uscc: /^[0-9A-Z]{18}$/, date: /^\d{4}-\d\d-\d\d$/, money: /^\d+$/ };
        for (const [kind, form] of Object.entries(forms)) {
          const value = valueOf(UNDERSTAND[kind as keyof typeof forms](read));
          if (value !== null) expect(value).toMatch(form);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
