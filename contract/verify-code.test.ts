/** Codes that are said through a telephone and typed by tired fingers: a slip is noticed, never another paper found. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeVerifyCode, readVerifyCode, VERIFY_SIGNS, VerifyCode, writtenCode } from './verify-code.ts';

const codes = fc
  .array(fc.integer({ min: 0, max: VERIFY_SIGNS.length - 1 }), { minLength: 11, maxLength: 11 })
  .map((numbers) => {
    const left = [...numbers];
    return makeVerifyCode(() => left.shift() ?? 0);
  });

test('it is written in groups, and read however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(writtenCode(code)).toMatch(/^[^-]{4}-[^-]{4}-[^-]{4}$/);
      for (const typed of [writtenCode(code), writtenCode(code).toLowerCase(), ` ${code} `, code.replace(/./g, '$& ')])
        expect(readVerifyCode(typed)).toBe(code);
      const fullWidth = code.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
      expect(readVerifyCode(fullWidth)).toBe(code);
    }),
  );
});

test('each wrong sign and each two that changed places are noticed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      for (let place = 0; place < code.length; place += 1) {
        for (const sign of VERIFY_SIGNS)
          if (sign !== code[place])
            expect(VerifyCode.safeParse(code.slice(0, place) + sign + code.slice(place + 1)).success).toBe(false);
        for (let other = place + 1; other < code.length; other += 1) {
          if (code[place] === code[other]) continue;
          const signs = [...code];
          [signs[place], signs[other]] = [code.charAt(other), code.charAt(place)];
          expect(VerifyCode.safeParse(signs.join('')).success).toBe(false);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('what only looks like a code is none', () => {
  for (const text of ['', 'K7MX', '0000-0000-0000', 'OOOO-IIII-LLLL', '３'.repeat(11), 'A'.repeat(13)])
    expect(readVerifyCode(text)).toBeNull();
});

test('no sign is mistaken for another', () => {
  for (const sign of '0OQD1IL2Z5SBU') expect(VERIFY_SIGNS).not.toContain(sign);
  expect(new Set(VERIFY_SIGNS).size).toBe(23);
});
