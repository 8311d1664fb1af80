/** eSSP keys and seals: two sides agree, and nothing that was changed, repeated or sealed by others is opened. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAKERS_KEY, offerKey, openCipher, power } from './cipher.ts';

test('both sides come to the same key, of numbers as large as the protocol has room for', () => {
  const { generator, modulus, interKey, agree } = offerKey();
  expect([generator, modulus].map((each) => each.toString(2).length)).toEqual([64, 64]);
  expect(generator < modulus).toBe(true);
  const theirs = 0x1234_5678_9abc_def1n;
  expect(agree(power(generator, theirs, modulus))).toBe(power(interKey, theirs, modulus));
});

test('each offer has a secret of its own, and numbers that make a key anybody could guess are refused', () => {
  const offer = offerKey();
  expect(offerKey().interKey).not.toBe(offer.interKey);
  for (const weak of [0n, 1n, offer.modulus - 1n, offer.modulus]) expect(offer.agree(weak)).toBeNull();
});

test('what the other side seals with the next number is opened, whatever it says', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (said) => {
      const ours = openCipher(MAKERS_KEY, 7n);
      const theirs = openCipher(MAKERS_KEY, 7n);
      theirs.advance();
      const sealed = theirs.seal(said);
      expect(sealed.length % 16).toBe(0);
      expect(ours.open(sealed)).toEqual(said);
      // Said again after it was heard, it has an old number.
      ours.advance();
      expect(ours.open(sealed)).toBeNull();
    }),
  );
});

test('a changed bit, another key, half a block: nothing', () => {
  const theirs = openCipher(MAKERS_KEY, 7n);
  theirs.advance();
  const sealed = theirs.seal(Uint8Array.of(0xf0));
  const changed = sealed.slice();
  changed[3] = (changed[3] ?? 0) ^ 1;
  expect(openCipher(MAKERS_KEY, 7n).open(changed)).toBeNull();
  expect(openCipher(MAKERS_KEY, 8n).open(sealed)).toBeNull();
  expect(openCipher(1n, 7n).open(sealed)).toBeNull();
  expect(openCipher(MAKERS_KEY, 7n).open(sealed.subarray(0, 15))).toBeNull();
});
