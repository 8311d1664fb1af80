/** The words of a ccTalk coin acceptor as bytes: questions out, replies in. Sources: see README. */
import { CCITT, crc16, lowFirst } from '../link/crc16.ts';

/** The host is always 1; a coin acceptor is 2 unless somebody moved it. */
export const HOST = 1;

export interface CoinLine {
  readonly address: number;
  readonly checksum: 'simple' | 'crc16';
}

/** Header codes as the generic specification numbers them. 1, reset, is not among them: it wipes events that nobody has read. */
export const HEADERS = {
  serial: 242,
  selfCheck: 232,
  inhibitMask: 231,
  inhibitMaskNow: 230,
  credits: 229,
  masterInhibit: 228,
  masterInhibitNow: 227,
  coinId: 184,
} as const;
export type HeaderName = keyof typeof HEADERS;

export const REPLY_HEADER = 0;
const BUSY_HEADER = 6;
const NACK_HEADER = 5;

/** One frame on the wire, its checksum verified; or the news that one came in damaged. The echo of our own is one too. */
export type CoinFrame =
  | {
      readonly kind: 'frame';
      readonly to: number;
      /** null where the 16-bit checksum has taken its place. */
      readonly from: number | null;
      readonly header: number;
      readonly data: Uint8Array;
    }
  | { readonly kind: 'damaged' };

/** `a`: coin position, or 0 for an event that is no coin; `b`: sorter path, or that event's code. */
export interface Slot {
  readonly a: number;
  readonly b: number;
}

export type CoinAnswer =
  | { readonly kind: 'ack' | 'nack' | 'busy' }
  | { readonly kind: 'serial'; readonly serial: string }
  /** 0: nothing found. */
  | { readonly kind: 'selfCheck'; readonly code: number }
  /** `slots`: the last five events, the newest first. */
  | { readonly kind: 'credits'; readonly counter: number; readonly slots: readonly Slot[] }
  /** What the acceptor calls the coin at this position, for example CN100A. */
  | { readonly kind: 'coinId'; readonly text: string }
  | { readonly kind: 'mask'; readonly positions: readonly number[] }
  | { readonly kind: 'master'; readonly open: boolean };

export const POSITIONS = 16;
const SLOTS = 5;

/** How long each reply is; a reply says neither what it answers nor what it means. */
export const DATA_BYTES: Readonly<Record<HeaderName, number>> = {
  serial: 3,
  selfCheck: 1,
  inhibitMask: 0,
  inhibitMaskNow: 2,
  credits: 1 + 2 * SLOTS,
  masterInhibit: 0,
  masterInhibitNow: 1,
  coinId: 6,
};

export function encodeQuestion(line: CoinLine, name: HeaderName, data: readonly number[] = []): Uint8Array {
  const header = HEADERS[name];
  if (line.checksum === 'crc16') {
    const [low, high] = lowFirst(crc16(CCITT, Uint8Array.of(line.address, data.length, header, ...data)));
    return Uint8Array.of(line.address, data.length, low, header, ...data, high);
  }
  const body = [line.address, data.length, HOST, header, ...data];
  return Uint8Array.of(...body, -body.reduce((sum, byte) => sum + byte, 0) & 0xff);
}

/** One bit for each position, set where coins are taken. */
export function maskOf(positions: readonly number[]): readonly [low: number, high: number] {
  return lowFirst(positions.reduce((bits, position) => bits | (1 << (position - 1)), 0));
}

/** null: no answer to this question; our own echo, or a late reply of another one. */
export function decodeAnswer(line: CoinLine, name: HeaderName, frame: CoinFrame): CoinAnswer | null {
  if (frame.kind === 'damaged' || frame.to !== HOST) return null;
  if (frame.from !== null && frame.from !== line.address) return null;
  const { data } = frame;
  if (frame.header === BUSY_HEADER && data.length === 0) return { kind: 'busy' };
  if (frame.header === NACK_HEADER && data.length === 0) return { kind: 'nack' };
  if (frame.header !== REPLY_HEADER || data.length !== DATA_BYTES[name]) return null;
  const [first = 0, second = 0, third = 0] = data;
  switch (name) {
    case 'serial':
      return { kind: 'serial', serial: String(first | (second << 8) | (third << 16)) };
    case 'selfCheck':
      return { kind: 'selfCheck', code: first };
    case 'credits':
      return { kind: 'credits', counter: first, slots: slotsOf(data.subarray(1)) };
    case 'coinId':
      return { kind: 'coinId', text: String.fromCharCode(...data) };
    case 'inhibitMaskNow':
      return { kind: 'mask', positions: positionsOf(first | (second << 8)) };
    case 'masterInhibitNow':
      return { kind: 'master', open: (first & 1) === 1 };
    case 'inhibitMask':
    case 'masterInhibit':
      return { kind: 'ack' };
  }
}

function slotsOf(data: Uint8Array): readonly Slot[] {
  return Array.from({ length: SLOTS }, (_, slot) => ({ a: data[2 * slot] ?? 0, b: data[2 * slot + 1] ?? 0 }));
}

function positionsOf(mask: number): readonly number[] {
  return Array.from({ length: POSITIONS }, (_, index) => index + 1).filter((position) => mask & (1 << (position - 1)));
}

/** Two letters of the country, three digits of the value, a letter of the issue; null where there is no coin of China. */
export function valueFenOf(id: string, unitFen: number): number | null {
  const digits = /^CN([0-9]{3})[A-Z]$/.exec(id)?.[1];
  const value = digits === undefined ? 0 : Number(digits) * unitFen;
  return value === 0 ? null : value;
}
