/** The vectors of RFC 6287, appendix C, and what it has no vectors for: sessions, and input that is refused. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerByOcra, readOcraSuite, type OcraInput, type OcraSuite } from './ocra.ts';

const DIGITS = '1234567890'.repeat(7);
const KEY_20 = Buffer.from(DIGITS.slice(0, 20));
const KEY_32 = Buffer.from(DIGITS.slice(0, 32));
const KEY_64 = Buffer.from(DIGITS.slice(0, 64));
const pin = '1234';
/** T = 132d0b6 minutes: 25 March 2008, 12:06. */
const at = 0x132d0b6 * 60_000;

function suiteOf(text: string): OcraSuite {
  const suite = readOcraSuite(text);
  if (suite === null) throw new Error(text);
  return suite;
}

const repeated = (digits: readonly number[]): string[] => digits.map((digit) => String(digit).repeat(8));
const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const FIVE = TEN.slice(0, 5);

interface Vectors {
  readonly suite: string;
  readonly key: Buffer;
  readonly inputs: readonly OcraInput[];
  readonly answers: string;
}

const VECTORS: readonly Vectors[] = [
  {
    suite: 'OCRA-1:HOTP-SHA1-6:QN08',
    key: KEY_20,
    inputs: repeated(TEN).map((challenge) => ({ challenge })),
    answers: '237653 243178 653583 740991 608993 388898 816933 224598 750600 294470',
  },
  {
    suite: 'OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1',
    key: KEY_32,
    inputs: TEN.map((counter) => ({ challenge: '12345678', counter: BigInt(counter), pin })),
    answers: '65347737 86775851 78192410 71565254 10104329 65983500 70069104 91771096 75011558 08522129',
  },
  {
    suite: 'OCRA-1:HOTP-SHA256-8:QN08-PSHA1',
    key: KEY_32,
    inputs: repeated(FIVE).map((challenge) => ({ challenge, pin })),
    answers: '83238735 01501458 17957585 86776967 86807031',
  },
  {
    suite: 'OCRA-1:HOTP-SHA512-8:C-QN08',
    key: KEY_64,
    inputs: repeated(TEN).map((challenge, counter) => ({ challenge, counter: BigInt(counter) })),
    answers: '07016083 63947962 70123924 25341727 33203315 34205738 44343969 51946085 20403879 31409299',
  },
  {
    suite: 'OCRA-1:HOTP-SHA512-8:QN08-T1M',
    key: KEY_64,
    inputs: repeated(FIVE).map((challenge) => ({ challenge, at })),
    answers: '95209754 55907591 22048402 24218844 36209546',
  },
  {
    suite: 'OCRA-1:HOTP-SHA256-8:QA08',
    key: KEY_32,
    inputs: FIVE.map((n) => ({ challenge: `CLI2222${n}SRV1111${n}` })),
    answers: '28247970 01984843 65387857 03351211 83412541',
  },
  {
    suite: 'OCRA-1:HOTP-SHA256-8:QA08',
    key: KEY_32,
    inputs: FIVE.map((n) => ({ challenge: `SRV1111${n}CLI2222${n}` })),
    answers: '15510767 90175646 33777207 95285278 28934924',
  },
  {
    suite: 'OCRA-1:HOTP-SHA512-8:QA08',
    key: KEY_64,
    inputs: FIVE.map((n) => ({ challenge: `CLI2222${n}SRV1111${n}` })),
    answers: '79496648 76831980 12250499 90856481 12761449',
  },
  {
    suite: 'OCRA-1:HOTP-SHA512-8:QA08-PSHA1',
    key: KEY_64,
    inputs: FIVE.map((n) => ({ challenge: `SRV1111${n}CLI2222${n}`, pin })),
    answers: '18806276 70020315 01600026 18951020 32528969',
  },
  {
    suite: 'OCRA-1:HOTP-SHA256-8:QA08',
    key: KEY_32,
    inputs: FIVE.map((n) => ({ challenge: `SIG1${n}000` })),
    answers: '53095496 04110475 31331128 76028668 46554205',
  },
  {
    suite: 'OCRA-1:HOTP-SHA512-8:QA10-T1M',
    key: KEY_64,
    inputs: FIVE.map((n) => ({ challenge: `SIG1${n}00000`, at })),
    answers: '77537423 31970405 10235557 95213541 65360607',
  },
];

test.each(VECTORS)('$suite', ({ suite, key, inputs, answers }) => {
  expect(inputs.map((input) => answerByOcra(suiteOf(suite), key, input)).join(' ')).toBe(answers);
});

test('a session stands between PIN and time, filled up from the left', () => {
  const suite = suiteOf('OCRA-1:HOTP-SHA256-8:C-QN10-PSHA256-S064-T30S');
  const parts = [
    Buffer.from('OCRA-1:HOTP-SHA256-8:C-QN10-PSHA256-S064-T30S\0'),
    Buffer.from('0000000000000007', 'hex'),
    Buffer.from('499602d2'.padEnd(256, '0'), 'hex'),
    Buffer.from('03ac674216f3e15c761ee1a5e255f067953623c8b388b4459e13f978d7c846f4', 'hex'),
    Buffer.concat([Buffer.alloc(57), Buffer.from('kiosk-7')]),
    Buffer.from('0000000000000002', 'hex'),
  ];
  const mac = createHmac('sha256', KEY_32).update(Buffer.concat(parts)).digest();
  const binary = mac.readUInt32BE((mac.at(-1) ?? 0) % 16) % 2 ** 31;
  const input = { challenge: '1234567890', counter: 7n, pin, session: 'kiosk-7', at: 89_999 };
  expect(answerByOcra(suite, KEY_32, input)).toBe(String(binary % 1e8).padStart(8, '0'));
});

describe('refused', () => {
  test.each([
    '',
    'OCRA-2:HOTP-SHA1-6:QN08',
    'OCRA-1:HOTP-MD5-6:QN08',
    'OCRA-1:HOTP-SHA1-0:QN08',
    'OCRA-1:HOTP-SHA1-11:QN08',
    'OCRA-1:HOTP-SHA1-6:QN03',
    'OCRA-1:HOTP-SHA1-6:QN65',
    'OCRA-1:HOTP-SHA1-6:C',
    'OCRA-1:HOTP-SHA1-6:QN08-T1M-PSHA1',
    'ocra-1:hotp-sha1-6:qn08',
  ])('the suite %j', (text) => {
    expect(readOcraSuite(text)).toBeNull();
  });

  test.each<[string, OcraInput]>([
    ['OCRA-1:HOTP-SHA1-6:QN08', { challenge: '' }],
    ['OCRA-1:HOTP-SHA1-6:QN08', { challenge: '1234567a' }],
    ['OCRA-1:HOTP-SHA1-6:QN08', { challenge: '1'.repeat(17) }],
    ['OCRA-1:HOTP-SHA1-6:QH08', { challenge: 'xyz' }],
    ['OCRA-1:HOTP-SHA1-6:C-QN08', { challenge: '1' }],
    ['OCRA-1:HOTP-SHA1-6:QN08-PSHA1', { challenge: '1' }],
    ['OCRA-1:HOTP-SHA1-6:QN08-S002', { challenge: '1', session: 'abc' }],
    ['OCRA-1:HOTP-SHA1-6:QN08-T1M', { challenge: '1' }],
  ])('%s with %o', (suite, input) => {
    expect(() => answerByOcra(suiteOf(suite), KEY_20, input)).toThrow(RangeError);
  });
});
