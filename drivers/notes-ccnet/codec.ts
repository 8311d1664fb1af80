/** The words of a CCNET bill validator as bytes: commands out, replies in. Sources: see README. */
import type { Broken, Calm, Learnt, NoteCondition } from '../cash/note-words.ts';
import { crc16, KERMIT, lowFirst } from '../link/crc16.ts';

export const SYNC = 0x02;
/** The bill validator's address; changers and card readers have others. */
export const VALIDATOR = 0x03;

export const COMMAND_CODES = {
  reset: 0x30,
  poll: 0x33,
  enable: 0x34,
  stack: 0x35,
  giveBack: 0x36,
  identify: 0x37,
  hold: 0x38,
  billTable: 0x41,
} as const;
export type CommandName = keyof typeof COMMAND_CODES;

/** One frame of the validator, its checksum verified; or the news that one came in damaged. */
export type CcnetFrame = { readonly kind: 'reply'; readonly data: Uint8Array } | { readonly kind: 'damaged' };

export type Answer =
  | { readonly kind: 'ack' | 'nak' }
  | { readonly kind: 'condition'; readonly condition: NoteCondition }
  | { readonly kind: 'identity'; readonly serial: string }
  | { readonly kind: 'table'; readonly valuesFen: Learnt['valuesFen'] };

const SIMPLE: Readonly<Record<number, Calm>> = {
  0x13: 'starting',
  0x14: 'idle',
  0x15: 'accepting',
  0x17: 'stacking',
  0x18: 'returning',
  0x19: 'disabled',
  0x1a: 'holding',
  0x46: 'paused',
};
const BROKEN: Readonly<Record<number, Broken>> = {
  0x41: 'boxFull',
  0x42: 'boxRemoved',
  0x43: 'jammed',
  0x44: 'jammed',
  0x45: 'cheated',
  0x47: 'failed',
};
const WITH_BILL: Readonly<Record<number, 'escrow' | 'stacked' | 'returned'>> = {
  0x80: 'escrow',
  0x81: 'stacked',
  0x82: 'returned',
};
const POWER_UP = ['none', 'inValidator', 'inStacker'] as const;

const ACK = 0x00;
const NAK = 0xff;
const ILLEGAL = 0x30;
const BILL_TYPES = 24;
const TABLE_ENTRY_BYTES = 5;
const IDENTITY = { partBytes: 15, serialBytes: 12, shortest: 27 };

function frameOf(data: readonly number[]): Uint8Array {
  const body = Uint8Array.of(SYNC, VALIDATOR, data.length + 5, ...data);
  return Uint8Array.of(...body, ...lowFirst(crc16(KERMIT, body)));
}

/** Tells the validator that its reply arrived; without it, it says the same again. */
export const ACKNOWLEDGE = frameOf([ACK]);

export function encodeCommand(name: CommandName, parameters: readonly number[] = []): Uint8Array {
  return frameOf([COMMAND_CODES[name], ...parameters]);
}

/** Which bill types to take, every one of them by way of the escrow; bit 0 of the last byte is type 0. */
export function enableMask(types: readonly number[]): readonly number[] {
  const mask = types.reduce((bits, type) => bits | (1 << type), 0);
  const bytes = [(mask >> 16) & 0xff, (mask >> 8) & 0xff, mask & 0xff];
  return [...bytes, ...bytes];
}

/** null: no answer to this command; a late or doubled reply of another one. */
export function decodeReply(command: CommandName, frame: CcnetFrame): Answer | null {
  if (frame.kind === 'damaged') return null;
  const { data } = frame;
  switch (command) {
    case 'poll': {
      const condition = conditionOf(data);
      return condition && { kind: 'condition', condition };
    }
    case 'identify':
      return data.length < IDENTITY.shortest ? null : { kind: 'identity', serial: serialOf(data) };
    case 'billTable':
      return data.length === BILL_TYPES * TABLE_ENTRY_BYTES ? { kind: 'table', valuesFen: tableOf(data) } : null;
    default:
      if (data.length !== 1) return null;
      if (data[0] === ACK) return { kind: 'ack' };
      return data[0] === NAK || data[0] === ILLEGAL ? { kind: 'nak' } : null;
  }
}

/** Replies that carry data wait for our acknowledgement; plain ACK and NAK don't. */
export function wantsAcknowledgement(answer: Answer): boolean {
  return answer.kind !== 'ack' && answer.kind !== 'nak';
}

/** null: not what a poll answers. */
export function conditionOf(data: Uint8Array): NoteCondition | null {
  const [code = 0, detail = 0] = data;
  const powerUp = POWER_UP[code - 0x10];
  if (data.length === 1 && powerUp !== undefined) return { is: 'powerUp', bill: powerUp };
  const simple = SIMPLE[code];
  if (simple !== undefined && data.length === 1) return { is: simple };
  const bill = WITH_BILL[code];
  if (bill !== undefined && data.length === 2 && detail < BILL_TYPES) return { is: bill, bill: detail };
  if (code === 0x1b && data.length === 2) return { is: 'busy' };
  if (code === 0x1c && data.length === 2) return { is: 'refusing', why: detail };
  const broken = BROKEN[code];
  return broken === undefined || data.length > 2 ? null : { is: broken, code: data.length === 2 ? detail : code };
}

function serialOf(data: Uint8Array): string {
  const bytes = data.subarray(IDENTITY.partBytes, IDENTITY.partBytes + IDENTITY.serialBytes);
  return String.fromCharCode(...bytes).trim();
}

/** Five bytes each: leading digits, three letters of the country, power of ten (bit 7: negative). */
function tableOf(data: Uint8Array): readonly (number | null)[] {
  return Array.from({ length: BILL_TYPES }, (_, type) => {
    const entry = data.subarray(type * TABLE_ENTRY_BYTES, (type + 1) * TABLE_ENTRY_BYTES);
    const [digits = 0, c1 = 0, c2 = 0, c3 = 0, power = 0] = entry;
    if (digits === 0 || !CHINA.has(String.fromCharCode(c1, c2, c3))) return null;
    const exponent = power & 0x80 ? -(power & 0x7f) : power;
    const fen = digits * 10 ** (exponent + 2);
    return Number.isInteger(fen) ? fen : null;
  });
}

const CHINA: ReadonlySet<string> = new Set(['CHN', 'CNY']);
