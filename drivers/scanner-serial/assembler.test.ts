/** Bytes of a serial scanner become codes: whole ones as data, damaged ones as damage, however they are cut. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hear, NOTHING_HELD, silence, type Dress } from './assembler.ts';
import type { ScanNews } from '../scan/news.ts';

const LINE: Dress = { prefix: new Uint8Array(0), end: 'line', aimIds: false, quietMs: 100 };
const QUIET: Dress = { ...LINE, end: 'quiet' };
const DRESSED: Dress = { prefix: Uint8Array.of(2), end: Uint8Array.of(3), aimIds: true, quietMs: 100 };
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Chunks that follow one another without a pause, then silence. */
function assemble(dress: Dress, ...chunks: readonly Uint8Array[]): ScanNews[] {
  let state = NOTHING_HELD;
  const news: ScanNews[] = [];
  for (const chunk of chunks) {
    const heard = hear(state, chunk, dress);
    state = heard.state;
    news.push(...heard.news);
  }
  news.push(...silence(state, dress).news);
  return news;
}

const short = (news: readonly ScanNews[]): string[] =>
  news.map((each) => {
    if (each.kind === 'begun') return 'begun';
    return each.kind === 'damaged' ? each.why : Buffer.from(each.code.bytes).toString('latin1');
  });

test.each([
  ['CR', '6901234567892\r'],
  ['LF', '6901234567892\n'],
  ['CRLF', '6901234567892\r\n'],
])('a line ends with %s', (_, sent) => {
  expect(short(assemble(LINE, latin1(sent)))).toEqual(['begun', '6901234567892']);
});

test('the LF of a CRLF that comes late is no code', () => {
  const { state } = silence(hear(NOTHING_HELD, latin1('12\r'), LINE).state, LINE);
  expect(hear(state, latin1('\n'), LINE)).toEqual({ state: NOTHING_HELD, news: [], waitMs: null });
});

test('a line is told 12 ms after its end, a suffix of its own at once, silence alone after the quiet time', () => {
  expect(hear(NOTHING_HELD, latin1('12\r'), LINE).waitMs).toBe(12);
  expect(hear(NOTHING_HELD, latin1('12'), LINE).waitMs).toBe(100);
  expect(hear(NOTHING_HELD, latin1('12'), QUIET).waitMs).toBe(100);
  expect(short(hear(NOTHING_HELD, latin1('\x02]Q112\x03'), DRESSED).news)).toEqual(['begun', '12']);
});

test('a code that stops before its end is no code', () => {
  expect(short(assemble(LINE, latin1('6901234')))).toEqual(['begun', 'noSuffix']);
  expect(short(assemble(DRESSED, latin1('\x02]Q16901234')))).toEqual(['begun', 'noSuffix']);
});

test('several lines are not cut into codes, and their rest is nobody’s', () => {
  expect(short(assemble(LINE, latin1('BEGIN:VCARD\r\nN:Li'), latin1('u\r\nEND:VCARD\r\n')))).toEqual([
    'begun',
    'severalLines',
  ]);
});

test('prefix, AIM id and suffix are taken off; what lacks them is damage', () => {
  const [, whole] = assemble(DRESSED, latin1('\x02]Q1https://example.test/\x03'));
  expect(whole).toEqual({ kind: 'code', code: { aimId: ']Q1', bytes: latin1('https://example.test/') } });
  expect(short(assemble(DRESSED, latin1(']Q112\x03')))).toEqual(['begun', 'noPrefix']);
  expect(short(assemble(DRESSED, latin1('\x0212\x03')))).toEqual(['begun', 'noAimId']);
});

test('a code that only looks like an AIM id keeps its bytes where the scanner sends none', () => {
  expect(assemble(LINE, latin1(']Q1pay\r'))[1]).toEqual({
    kind: 'code',
    code: { aimId: null, bytes: latin1(']Q1pay') },
  });
});

test('8192 bytes are a code, 8193 are none, and what follows them in the same breath neither', () => {
  const longest = latin1('7'.repeat(8192));
  expect(short(assemble(LINE, longest, latin1('\r')))).toEqual(['begun', '7'.repeat(8192)]);
  expect(short(assemble(LINE, longest, latin1('7\r')))).toEqual(['begun', 'tooLong']);
  expect(short(assemble(LINE, latin1('7'.repeat(20_000)), latin1('\r12\r')))).toEqual(['begun', 'tooLong']);
  expect(short(assemble(DRESSED, latin1('\x02]Q1'), longest, latin1('7777777\x03')))).toEqual(['begun', 'tooLong']);
});

test('control characters and URLs inside a code are data', () => {
  const sent = '\x1b[A\t\x00]C0\x1d01https://example.test/?a=b\x7f';
  expect(short(assemble(LINE, latin1(`${sent}\r`)))).toEqual(['begun', sent]);
});

test('any bytes, cut anywhere: nothing breaks, and how they were cut makes no difference', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
      fc.constantFrom(LINE, QUIET, DRESSED),
      (bytes, cuts, dress) => {
        const at = [...cuts.filter((cut) => cut < bytes.length), bytes.length].toSorted((a, b) => a - b);
        const chunks = at.map((end, index) => bytes.subarray(at[index - 1] ?? 0, end));
        const codes = (news: readonly ScanNews[]) => short(news).filter((each) => each !== 'begun');
        expect(codes(assemble(dress, ...chunks))).toEqual(codes(assemble(dress, bytes)));
      },
    ),
  );
});
