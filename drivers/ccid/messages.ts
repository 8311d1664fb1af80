/** Messages between a computer and a chip card reader, as USB CCID 1.1 packs them (chapter 6); each has its number, a reply names it. */

export type SlotQuestion =
  | { readonly kind: 'powerOn' | 'powerOff' | 'slotStatus' }
  /** A command for the card; its answer ends with two status bytes. */
  | { readonly kind: 'transmit'; readonly apdu: Uint8Array };

/** Table 6.2-3: is a card there, and does it have power? */
export type CardPresence = 'active' | 'inactive' | 'absent';

export interface SlotReply {
  readonly kind: 'reply';
  readonly number: number;
  readonly card: CardPresence;
  /** Table 6.2-2, null when it worked. */
  readonly error: number | null;
  /** What the card said: to powerOn its ATR. */
  readonly data: Uint8Array;
}

/** Said by the reader by itself: a card came, or went. */
export interface SlotNews {
  readonly kind: 'news';
  readonly present: boolean;
}

export type SlotMessage = SlotReply | SlotNews | { readonly kind: 'damaged' };

/** Table 6.2-2, those that a driver can do something about. */
export const SLOT_ERROR = { busy: 0xe0, hardware: 0xfb, mute: 0xfe } as const;

const HEADER = 10;
/** 6.1.1, 6.1.2, 6.1.3, 6.1.4 */
const TYPE_OF = { powerOn: 0x62, powerOff: 0x63, slotStatus: 0x65, transmit: 0x6f } as const;
/** 6.2.1, 6.2.2, 6.3.1 */
const DATA_BLOCK = 0x80;
const SLOT_STATUS = 0x81;
const SLOT_CHANGE = 0x50;
const PRESENCES = ['active', 'inactive', 'absent'] as const satisfies readonly CardPresence[];
const FAILED = 0x40;

export function packQuestion(question: SlotQuestion, number: number): Uint8Array {
  return pack(
    TYPE_OF[question.kind],
    number,
    question.kind === 'transmit' ? question.apdu : new Uint8Array(0),
    [0, 0, 0],
  );
}

/** Null: not a question. */
export function readQuestion(bytes: Uint8Array): { readonly question: SlotQuestion; readonly number: number } | null {
  const found = Object.entries(TYPE_OF).find(([, type]) => type === bytes[0]);
  if (found === undefined || !isWhole(bytes)) return null;
  const kind = found[0] as SlotQuestion['kind'];
  const number = bytes[6] ?? 0;
  return kind === 'transmit'
    ? { question: { kind, apdu: bytes.subarray(HEADER) }, number }
    : { question: { kind }, number };
}

export function packReply({ number, card, error, data }: SlotReply): Uint8Array {
  const status = PRESENCES.indexOf(card) | (error === null ? 0 : FAILED);
  return pack(data.length > 0 ? DATA_BLOCK : SLOT_STATUS, number, data, [status, error ?? 0, 0]);
}

export function packNews(present: boolean): Uint8Array {
  return Uint8Array.of(SLOT_CHANGE, present ? 0b11 : 0b10);
}

export function readFromReader(bytes: Uint8Array): SlotMessage {
  if (bytes[0] === SLOT_CHANGE && bytes.length === 2) return { kind: 'news', present: ((bytes[1] ?? 0) & 1) === 1 };
  if ((bytes[0] !== DATA_BLOCK && bytes[0] !== SLOT_STATUS) || !isWhole(bytes)) return { kind: 'damaged' };
  const status = bytes[7] ?? 0;
  const card = PRESENCES[status & 0b11];
  if (card === undefined) return { kind: 'damaged' };
  const error = (status & 0b1100_0000) === 0 ? null : (bytes[8] ?? 0);
  return { kind: 'reply', number: bytes[6] ?? 0, card, error, data: bytes.slice(HEADER) };
}

/** 6.1, 6.2: type, length of what follows the header, slot, number, three bytes of the type's own. */
function pack(type: number, number: number, data: Uint8Array, own: readonly [number, number, number]): Uint8Array {
  const bytes = new Uint8Array(HEADER + data.length);
  bytes[0] = type;
  new DataView(bytes.buffer).setUint32(1, data.length, true);
  bytes[6] = number;
  bytes.set(own, 7);
  bytes.set(data, HEADER);
  return bytes;
}

function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true) === bytes.length - HEADER;
}
