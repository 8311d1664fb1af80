/** The words of an SSP note validator as bytes: packets out, replies and events in. Sources: see README. */
import type { Learnt } from '../cash/note-words.ts';
import { isYuanNote } from '../cash/yuan-notes.ts';
import { crc16, lowFirst, SSP } from '../link/crc16.ts';

/** Begins a packet; anywhere else in it, it is sent twice. */
export const STX = 0x7f;
/** Begins what is encrypted. */
export const STEX = 0x7e;
/** The validator's address on its line, of 0 to 7D; one that was never moved is 0. */
export const UNIT = 0;

export const COMMANDS = {
  inhibits: 0x02,
  setup: 0x05,
  protocol: 0x06,
  poll: 0x07,
  reject: 0x08,
  disable: 0x09,
  enable: 0x0a,
  serial: 0x0c,
  sync: 0x11,
  lastReject: 0x17,
  hold: 0x18,
  generator: 0x4a,
  modulus: 0x4b,
  keyExchange: 0x4c,
  pollWithAck: 0x56,
  eventAck: 0x57,
} as const;
export type CommandName = keyof typeof COMMANDS;

export const REPLIES = { ok: 0xf0, unknown: 0xf2, keyNotSet: 0xfa } as const;

/** One packet of the validator, its checksum verified; or the news that one came in damaged. */
export type SspFrame =
  { readonly kind: 'packet'; readonly flag: number; readonly data: Uint8Array } | { readonly kind: 'damaged' };

/** `flag`: 0 or 80, another one for every new packet. */
export function packetOf(flag: number, data: Uint8Array): Uint8Array {
  const body = Uint8Array.of(flag | UNIT, data.length, ...data);
  const all = [...body, ...lowFirst(crc16(SSP, body))];
  return Uint8Array.from([STX, ...all.flatMap((byte) => (byte === STX ? [STX, STX] : [byte]))]);
}

export function encodeCommand(name: CommandName, parameters: readonly number[] = []): Uint8Array {
  return Uint8Array.of(COMMANDS[name], ...parameters);
}

/** One bit for each channel, set where its note is taken. */
export function inhibitBits(bills: readonly number[]): readonly [low: number, high: number] {
  return lowFirst(bills.reduce((bits, bill) => bits | (1 << bill), 0));
}

/** A code of F1 to FF, which may say more. */
function isRefusal(data: Uint8Array): boolean {
  return (data[0] ?? 0) > REPLIES.ok && data.length <= 2;
}

const DATA_BYTES: Partial<Readonly<Record<CommandName, number>>> = { serial: 4, lastReject: 1, keyExchange: 8 };
const SHORTEST_SETUP = 15;

/** Can this be what that command is answered with? A reply doesn't say so itself. */
export function answers(name: CommandName, data: Uint8Array): boolean {
  if (isRefusal(data)) return true;
  if (data[0] !== REPLIES.ok) return false;
  if (name === 'poll' || name === 'pollWithAck') return true;
  if (name === 'setup') return data.length > SHORTEST_SETUP;
  return data.length === 1 + (DATA_BYTES[name] ?? 0);
}

/** Eight bytes, low byte first, as the numbers of the key exchange travel. */
export function number64(value: bigint): readonly number[] {
  return Array.from({ length: 8 }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn));
}

export function read64(data: Uint8Array): bigint {
  return data.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

export function serialOf(data: Uint8Array): string {
  return String(data.subarray(1, 5).reduce((sum, byte) => sum * 256 + byte, 0));
}

/** Events that carry one byte, the channel; the others that we know carry none. */
const WITH_CHANNEL: ReadonlySet<number> = new Set([0xef, 0xee, 0xe6, 0xe2, 0xe1]);
const FIRST_EVENT = 0xb5;

export interface SspEvent {
  readonly code: number;
  /** 0: none. */
  readonly channel: number;
}

/** What a poll was answered with, in its order. An event of another family ends the list, for its length isn't known. */
export function eventsOf(data: Uint8Array): readonly SspEvent[] {
  const events: SspEvent[] = [];
  for (let at = 1; at < data.length; at += 1) {
    const code = data[at] ?? 0;
    if (code < FIRST_EVENT) break;
    const channel = WITH_CHANNEL.has(code) ? (data[(at += 1)] ?? 0) : 0;
    events.push({ code, channel });
  }
  return events;
}

const COUNTRY = 'CNY';
const HEAD = 12;

/**
 * The reply to SETUP: unit type, firmware (4), country (3), multiplier (3), channels, their values and security, real
 * multiplier (3), protocol; from protocol 6 each channel's country (3) and value (4, low byte first). null: no such table.
 */
export function valuesOf(data: Uint8Array): Learnt['valuesFen'] | null {
  const table = data.subarray(1);
  const channels = table[HEAD - 1] ?? 0;
  const after = HEAD + 2 * channels;
  if (channels === 0 || channels > 16 || table.length < after + 4) return null;
  const realMultiplier = table.subarray(after, after + 3).reduce((sum, byte) => sum * 256 + byte, 0);
  const protocol = table[after + 3] ?? 0;
  const countries = after + 4;
  const values = countries + 3 * channels;
  const expanded = protocol >= 6 && table.length >= values + 4 * channels;
  return Array.from({ length: channels }, (_, bill) => {
    const from = expanded ? countries + 3 * bill : 5;
    const country = String.fromCharCode(...table.subarray(from, from + 3));
    const value = expanded
      ? Number(read64(table.subarray(values + 4 * bill, values + 4 * bill + 4)))
      : (table[HEAD + bill] ?? 0);
    const fen = value * realMultiplier;
    return country === COUNTRY && isYuanNote(fen) ? fen : null;
  });
}
