/** The browser's words come in pieces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAtNul } from './cdp.ts';

test('texts come out whole, however the pipe cuts them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (texts, sizes) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\0`).join(''));
        const out: string[] = [];
        const take = splitAtNul((text) => out.push(text));
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          take(bytes.subarray(at, at + size));
          at += size;
        }
        expect(out).toEqual(texts);
      },
    ),
  );
});

test('a text that has not ended is kept back', () => {
  const out: string[] = [];
  const take = splitAtNul((text) => out.push(text));
  take(Buffer.from('{"id":1'));
  expect(out).toEqual([]);
  take(Buffer.from('}\0{'));
  expect(out).toEqual(['{"id":1}']);
});
