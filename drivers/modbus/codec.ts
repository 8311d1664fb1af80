/** Modbus RTU as bytes: the seven functions that lamps and sensors need, and the exceptions. Source: Modbus application protocol 1.1b3. */
import { crc16, lowFirst, MODBUS } from '../link/crc16.ts';

export type Area = 'coil' | 'input' | 'register';

export type Request =
  | { readonly kind: 'read'; readonly area: Area; readonly address: number; readonly count: number }
  /** Coils as 0 and 1. One value is written by function 5 or 6, more by 15 or 16. */
  | {
      readonly kind: 'write';
      readonly area: 'coil' | 'register';
      readonly address: number;
      readonly values: readonly number[];
    };

/** One frame on the line with its checksum verified, ours or anybody's; or the news that one came in damaged. */
export type ModbusFrame =
  | { readonly kind: 'frame'; readonly unit: number; readonly code: number; readonly data: Uint8Array }
  | { readonly kind: 'damaged' };

export type Reply =
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'written' }
  | { readonly kind: 'exception'; readonly code: number };

export const READ_CODES: Readonly<Record<Area, number>> = { coil: 0x01, input: 0x02, register: 0x03 };
export const WRITE_CODES = { coil: { one: 0x05, many: 0x0f }, register: { one: 0x06, many: 0x10 } } as const;
export const EXCEPTION = 0x80;
const ON = 0xff00;

export function encodeRequest(unit: number, request: Request): Uint8Array {
  const pdu = Uint8Array.of(unit, ...pduOf(request));
  return Uint8Array.of(...pdu, ...lowFirst(crc16(MODBUS, pdu)));
}

export function codeOf(request: Request): number {
  if (request.kind === 'read') return READ_CODES[request.area];
  const { one, many } = WRITE_CODES[request.area];
  return request.values.length === 1 ? one : many;
}

function pduOf(request: Request): readonly number[] {
  const head = [codeOf(request), ...word(request.address)];
  if (request.kind === 'read') return [...head, ...word(request.count)];
  const { area, values } = request;
  const [first = 0] = values;
  if (values.length === 1) return [...head, ...word(area === 'coil' ? first && ON : first)];
  const data = area === 'coil' ? packed(values) : values.flatMap(word);
  return [...head, ...word(values.length), data.length, ...data];
}

/** null: no reply to this request; another unit's, a late one, or our own echo. */
export function decodeReply(unit: number, request: Request, frame: ModbusFrame): Reply | null {
  if (frame.kind === 'damaged' || frame.unit !== unit) return null;
  const code = codeOf(request);
  const { data } = frame;
  if (frame.code === (code | EXCEPTION)) return { kind: 'exception', code: data[0] ?? 0 };
  if (frame.code !== code) return null;
  if (request.kind === 'read') {
    const echo = isSame(data, [...word(request.address), ...word(request.count)]);
    return echo ? null : valuesOf(request, data);
  }
  const { address, values, area } = request;
  const [first = 0] = values;
  const said = values.length > 1 ? values.length : area === 'coil' ? first && ON : first;
  return isSame(data, [...word(address), ...word(said)]) ? { kind: 'written' } : null;
}

/** How long the reply is, from the unit to the checksum. */
export function replyBytesOf(request: Request): number {
  if (request.kind === 'write') return 8;
  return 5 + (request.area === 'register' ? 2 * request.count : Math.ceil(request.count / 8));
}

function valuesOf({ area, count }: Extract<Request, { kind: 'read' }>, data: Uint8Array): Reply | null {
  const bytes = area === 'register' ? 2 * count : Math.ceil(count / 8);
  if (data[0] !== bytes || data.length !== bytes + 1) return null;
  const body = data.subarray(1);
  const valueAt = (index: number): number =>
    area === 'register'
      ? ((body[2 * index] ?? 0) << 8) | (body[2 * index + 1] ?? 0)
      : ((body[index >> 3] ?? 0) >> (index & 7)) & 1;
  return { kind: 'values', values: Array.from({ length: count }, (_, index) => valueAt(index)) };
}

/** Eight coils to a byte, the first in the lowest bit. */
function packed(values: readonly number[]): readonly number[] {
  return Array.from({ length: Math.ceil(values.length / 8) }, (_, byte) =>
    values.slice(8 * byte, 8 * byte + 8).reduce((sum, value, bit) => sum | (value << bit), 0),
  );
}

function word(value: number): readonly [high: number, low: number] {
  return [value >> 8, value & 0xff];
}

function isSame(data: Uint8Array, expected: readonly number[]): boolean {
  return data.length === expected.length && expected.every((byte, index) => data[index] === byte);
}
