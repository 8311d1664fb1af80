/** OCRA (RFC 6287): the answer to a challenge, from a key that both sides have and, as the suite says, more. */
import { createHash, createHmac } from 'node:crypto';

type Hash = 'sha1' | 'sha256' | 'sha512';

/** A suite such as `OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1`, section 6. */
export interface OcraSuite {
  readonly text: string;
  readonly hash: Hash;
  readonly digits: number;
  readonly counter: boolean;
  /** `N` digits, `A` letters and digits, `H` hexadecimal; at most `length` of them. */
  readonly challenge: { readonly format: 'A' | 'N' | 'H'; readonly length: number };
  readonly pin: Hash | null;
  readonly sessionBytes: number | null;
  readonly stepMs: number | null;
}

/** What the suite asks for, no more and no less. */
export interface OcraInput {
  readonly challenge: string;
  readonly counter?: bigint;
  readonly pin?: string;
  readonly session?: string;
  /** Wall time in ms. */
  readonly at?: number;
}

const SUITE =
  /^OCRA-1:HOTP-(SHA1|SHA256|SHA512)-([4-9]|10):(C-)?Q([ANH])(0[4-9]|[1-5]\d|6[0-4])(?:-P(SHA1|SHA256|SHA512))?(?:-S(\d{3}))?(?:-T(\d{1,2})([SMH]))?$/;
const UNIT_MS: Readonly<Record<string, number>> = { S: 1_000, M: 60_000, H: 3_600_000 };
/** Section 5.1: the challenge fills 128 bytes, padded with zeros behind it. */
const CHALLENGE_HEX_DIGITS = 256;

/** Null for what is no suite of section 6, or one without truncation. */
export function readOcraSuite(text: string): OcraSuite | null {
  const [, hash, digits, counter, format, length, pin, session, steps, unit] = SUITE.exec(text) ?? [];
  if (hash === undefined) return null;
  return {
    text,
    hash: hashOf(hash),
    digits: Number(digits),
    counter: counter !== undefined,
    challenge: { format: format as OcraSuite['challenge']['format'], length: Number(length) },
    pin: pin === undefined ? null : hashOf(pin),
    sessionBytes: session === undefined ? null : Number(session),
    stepMs: steps === undefined ? null : Number(steps) * (UNIT_MS[unit ?? ''] ?? 0),
  };
}

/** Throws RangeError for input that the suite does not take. */
export function answerByOcra(suite: OcraSuite, key: Uint8Array, input: OcraInput): string {
  const mac = createHmac(suite.hash, key);
  mac.update(`${suite.text}\0`, 'ascii');
  if (suite.counter) mac.update(eightBytes(wanted(input.counter, 'counter')));
  mac.update(challengeBytes(suite.challenge, input.challenge));
  if (suite.pin !== null) mac.update(createHash(suite.pin).update(wanted(input.pin, 'pin')).digest());
  if (suite.sessionBytes !== null) mac.update(sessionOf(wanted(input.session, 'session'), suite.sessionBytes));
  if (suite.stepMs !== null) mac.update(eightBytes(BigInt(Math.floor(wanted(input.at, 'at') / suite.stepMs))));
  return truncate(mac.digest(), suite.digits);
}

function challengeBytes({ format, length }: OcraSuite['challenge'], challenge: string): Buffer {
  // In mutual authentication both sides' challenges are joined (section 7.3).
  if (challenge === '' || challenge.length > 2 * length) throw new RangeError('challenge');
  return Buffer.from(hexOf(format, challenge).padEnd(CHALLENGE_HEX_DIGITS, '0'), 'hex');
}

function hexOf(format: OcraSuite['challenge']['format'], challenge: string): string {
  if (format === 'A') return Buffer.from(challenge, 'ascii').toString('hex');
  if (!(format === 'N' ? /^\d+$/ : /^[0-9a-fA-F]+$/).test(challenge)) throw new RangeError('challenge');
  return format === 'N' ? BigInt(challenge).toString(16) : challenge;
}

/** Padded with zeros before it, as the RFC's own implementation does. */
function sessionOf(session: string, bytes: number): Buffer {
  const text = Buffer.from(session, 'utf8');
  if (text.length > bytes) throw new RangeError('session');
  return Buffer.concat([Buffer.alloc(bytes - text.length), text]);
}

/** RFC 4226, section 5.3. */
function truncate(mac: Buffer, digits: number): string {
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const binary = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(binary % 10 ** digits).padStart(digits, '0');
}

function eightBytes(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function wanted<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(name);
  return value;
}

function hashOf(name: string): Hash {
  return name.toLowerCase() as Hash;
}
