/** A case number copied by hand or said through a telephone: a slip is noticed, and nothing in the check is mistaken. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseNumber, checkDigits, makeCaseNumber } from './case-number.ts';
import { Day, StationId } from './ids.ts';

const CHARACTERS = [...'0123456789abcdefghijklmnopqrstuvwxyz'];

const aNumber = fc
  .record({
    station: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,2}$/),
    day: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 1, max: 99_999 }),
  })
  .map(({ station, day, sequence }) =>
    makeCaseNumber(StationId.parse(station), Day.parse(day.toISOString().slice(0, 10)), sequence),
  );
const holds = (text: string): boolean => CaseNumber.safeParse(text).success;

test('the check is two digits, those of ISO 7064 where there are only digits', () => {
  // The worked example of the standard: 794 is checked by 44.
  expect(checkDigits('794')).toBe('44');
  expect(makeCaseNumber(StationId.parse('micro-centre-1'), Day.parse('2026-11-21'), 7)).toMatch(
    /^micro-centre-1-20261121-0007-\d{2}$/,
  );
});

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      for (const [place, right] of [...number].entries())
        for (const wrong of right === '-' ? [] : CHARACTERS.filter((each) => each !== right))
          expect(holds(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('every two neighbours that changed places are noticed, across a hyphen and around another character too', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      const places = [...number].flatMap((character, place) => (character === '-' ? [] : [place]));
      for (const distance of [1, 2])
        for (const [nth, place] of places.entries()) {
          const other = places[nth + distance];
          if (other === undefined || number[place] === number[other]) continue;
          const swapped = [...number];
          [swapped[place], swapped[other]] = [number[other] ?? '', number[place] ?? ''];
          expect(holds(swapped.join(''))).toBe(false);
        }
    }),
    { numRuns: 200 },
  );
});

test('whatever is no case number is none', () => {
  for (const text of ['', 'micro-centre-1-20261121-0007', 'micro-centre-1-20261121-0007-K', '-20261121-0001-00'])
    expect(holds(text)).toBe(false);
});
