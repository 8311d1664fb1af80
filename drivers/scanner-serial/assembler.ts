/** Makes codes of the bytes of a serial scanner: pure, told of bytes and of silence, and says how long silence would matter. */
import { AIM_BYTES, readAimId } from '../scan/aim.ts';
import { LONGEST_CODE, type Damage, type ScanNews } from '../scan/news.ts';
import { joined } from '../link/framer.ts';

/** How a scanner was set to dress its codes. */
export interface Dress {
  readonly prefix: Uint8Array;
  /** `line`: CR, LF or both. `quiet`: nothing, only silence tells the end. */
  readonly end: 'line' | 'quiet' | Uint8Array;
  readonly aimIds: boolean;
  readonly quietMs: number;
}

export interface Assembly {
  readonly held: Uint8Array;
  /** What comes until the next silence belongs to a code that was given up. */
  readonly ignoring: boolean;
}

export interface Assembled {
  readonly state: Assembly;
  readonly news: readonly ScanNews[];
  /** Call `silence` when nothing came for so long; null: nothing is under way. */
  readonly waitMs: number | null;
}

export const NOTHING_HELD: Assembly = { held: new Uint8Array(0), ignoring: false };

/** A second line follows the first within a character's time, or in the next delivery of a USB adapter. */
const NEXT_LINE_MS = 12;
const CR = 0x0d;
const LF = 0x0a;
const isLineEnd = (byte: number | undefined): boolean => byte === CR || byte === LF;

export function hear(state: Assembly, bytes: Uint8Array, dress: Dress): Assembled {
  if (state.ignoring) return { state, news: [], waitMs: dress.quietMs };
  // The LF of a CRLF that came late is no code.
  const fresh = state.held.length > 0 || dress.end !== 'line' ? bytes : withoutLineEnds(bytes);
  const held = joined(state.held, fresh);
  if (held.length === 0) return { state: NOTHING_HELD, news: [], waitMs: null };
  const begun: readonly ScanNews[] = state.held.length === 0 ? [{ kind: 'begun' }] : [];
  const { end } = dress;
  if (end instanceof Uint8Array) return endedBySuffix(held, end, begun, dress);
  if (end === 'line' && goesOnBehindLine(state.held, fresh)) return givenUp('severalLines', begun, dress);
  if (held.length > longest(dress)) return givenUp('tooLong', begun, dress);
  const lineEnded = end === 'line' && isLineEnd(held.at(-1));
  return { state: { held, ignoring: false }, news: begun, waitMs: lineEnded ? NEXT_LINE_MS : dress.quietMs };
}

export function silence({ held, ignoring }: Assembly, dress: Dress): Assembled {
  const ended = (news: readonly ScanNews[]): Assembled => ({ state: NOTHING_HELD, news, waitMs: null });
  if (ignoring || held.length === 0) return ended([]);
  if (dress.end === 'quiet') return ended([undress(held, dress)]);
  if (dress.end !== 'line' || !isLineEnd(held.at(-1))) {
    const why = hasPrefix(held, dress) ? 'noSuffix' : 'noPrefix';
    return ended([{ kind: 'damaged', why }]);
  }
  return ended([undress(held.subarray(0, lineLength(held)), dress)]);
}

function endedBySuffix(held: Uint8Array, suffix: Uint8Array, begun: readonly ScanNews[], dress: Dress): Assembled {
  const news = [...begun];
  let rest = held;
  for (;;) {
    const at = indexOf(rest, suffix);
    if (at < 0) break;
    news.push(at > longest(dress) ? { kind: 'damaged', why: 'tooLong' } : undress(rest.subarray(0, at), dress));
    rest = rest.slice(at + suffix.length);
    if (rest.length > 0) news.push({ kind: 'begun' });
  }
  if (rest.length > longest(dress)) return givenUp('tooLong', news, dress);
  return { state: { held: rest, ignoring: false }, news, waitMs: rest.length === 0 ? null : dress.quietMs };
}

function givenUp(why: Damage, before: readonly ScanNews[], { quietMs }: Dress): Assembled {
  return {
    state: { held: NOTHING_HELD.held, ignoring: true },
    news: [...before, { kind: 'damaged', why }],
    waitMs: quietMs,
  };
}

/** Takes prefix and AIM id off what came before the end. */
function undress(bytes: Uint8Array, dress: Dress): ScanNews {
  const { prefix, aimIds } = dress;
  if (!hasPrefix(bytes, dress)) return { kind: 'damaged', why: 'noPrefix' };
  const inner = bytes.slice(prefix.length);
  const aimId = aimIds ? readAimId(inner) : null;
  if (aimIds && aimId === null) return { kind: 'damaged', why: 'noAimId' };
  const code = aimId === null ? inner : inner.slice(AIM_BYTES);
  return code.length > LONGEST_CODE
    ? { kind: 'damaged', why: 'tooLong' }
    : { kind: 'code', code: { bytes: code, aimId } };
}

function hasPrefix(bytes: Uint8Array, { prefix }: Dress): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function longest({ prefix }: Dress): number {
  return prefix.length + AIM_BYTES + LONGEST_CODE + 2;
}

function withoutLineEnds(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => !isLineEnd(byte));
  return first < 0 ? bytes.subarray(bytes.length) : bytes.subarray(first);
}

/** Up to the first line end, or all of it. */
function lineLength(bytes: Uint8Array): number {
  const at = bytes.findIndex(isLineEnd);
  return at < 0 ? bytes.length : at;
}

function goesOnBehindLine(held: Uint8Array, fresh: Uint8Array): boolean {
  const behind = isLineEnd(held.at(-1)) ? fresh : fresh.subarray(lineLength(fresh));
  return withoutLineEnds(behind).length > 0;
}

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(part);
}
