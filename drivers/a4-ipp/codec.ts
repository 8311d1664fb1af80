/** IPP messages as bytes (RFC 8010, section 3): a header, groups of attributes, and behind them a document. */

/** RFC 8011, table 21. */
const OPERATION = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  jobAttributes: 0x0009,
  jobs: 0x000a,
  printerAttributes: 0x000b,
} as const;
export type OperationName = keyof typeof OPERATION;

const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
export type GroupName = Exclude<keyof typeof GROUP, 'end'>;

/** RFC 8010, tables 2 to 4. */
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octets: 0x30,
  beginCollection: 0x34,
  endCollection: 0x37,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;
/** Below this a tag begins a group, from here on a value. */
const FIRST_VALUE = 0x10;
/** `unknown`, `no-value` and the like: an attribute that has none. */
const FIRST_REAL_VALUE = 0x20;
const FIRST_TEXT = 0x40;

export type Attribute = readonly [
  kind: 'integer' | 'boolean' | 'name' | 'keyword' | 'uri' | 'charset' | 'language' | 'mimeType',
  name: string,
  value: number | boolean | string | readonly string[],
];

export interface Request {
  readonly operation: OperationName;
  readonly id: number;
  readonly groups: readonly { readonly group: GroupName; readonly attributes: readonly Attribute[] }[];
  readonly document?: Uint8Array;
}

export function packRequest({ operation, id, groups, document }: Request): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(0x0200, 0);
  header.writeUInt16BE(OPERATION[operation], 2);
  header.writeUInt32BE(id, 4);
  const packed = groups.flatMap(({ group, attributes }) => [
    Buffer.of(GROUP[group]),
    ...attributes.flatMap(packAttribute),
  ]);
  return new Uint8Array(Buffer.concat([header, ...packed, Buffer.of(GROUP.end), document ?? new Uint8Array(0)]));
}

/** More values of the same attribute follow without a name. */
function packAttribute([kind, name, value]: Attribute): readonly Buffer[] {
  const values = typeof value === 'object' ? value : [value];
  return values.map((each, index) => {
    const named = Buffer.from(index === 0 ? name : '', 'utf8');
    const bytes = valueBytes(each);
    const sizes = Buffer.alloc(3);
    sizes[0] = TAG[kind];
    sizes.writeUInt16BE(named.length, 1);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(bytes.length);
    return Buffer.concat([sizes, named, size, bytes]);
  });
}

function valueBytes(value: number | boolean | string): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** What a reply says in one group. Numbers, truths and texts; an attribute without a value has an empty list. */
export type Values = ReadonlyMap<string, readonly (number | boolean | string)[]>;

export interface Response {
  /** RFC 8011, B.1: below 0x0100 it was done. */
  readonly status: number;
  readonly id: number;
  readonly groups: readonly { readonly group: number; readonly values: Values }[];
}

/** Null: not a whole IPP message. */
export function readResponse(bytes: Uint8Array): Response | null {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Printers answer with their own version: 1.1 or 2.x.
  if (message.length < 9 || (message[0] !== 1 && message[0] !== 2)) return null;
  const groups: { group: number; values: Map<string, (number | boolean | string)[]> }[] = [];
  let last: (number | boolean | string)[] | null = null;
  let depth = 0;
  let at = 8;
  while (at < message.length) {
    const tag = message[at] ?? 0;
    at += 1;
    if (tag === GROUP.end) return { status: message.readUInt16BE(2), id: message.readUInt32BE(4), groups };
    if (tag < FIRST_VALUE) {
      groups.push({ group: tag, values: new Map() });
      last = null;
      continue;
    }
    const name = cutText(message, at);
    if (name === null) return null;
    const value = cutText(message, name.end);
    if (value === null) return null;
    at = value.end;
    // What is inside of a collection is skipped: nothing that we ask for has one.
    if (tag === TAG.endCollection) depth -= 1;
    if (depth > 0 || tag === TAG.endCollection) {
      if (tag === TAG.beginCollection) depth += 1;
      continue;
    }
    if (tag === TAG.beginCollection) depth += 1;
    if (name.bytes.length > 0) {
      const group = groups.at(-1);
      if (group === undefined) return null;
      last = [];
      group.values.set(name.bytes.toString('utf8'), last);
    }
    if (last === null) return null;
    const read = readValue(tag, value.bytes);
    if (read === undefined) return null;
    if (read !== null) last.push(read);
  }
  return null;
}

export function valuesOf({ groups }: Response, group: GroupName): Values {
  return groups.find((each) => each.group === GROUP[group])?.values ?? new Map();
}

/** All of a group that comes once for each of something, such as jobs. */
export function allOf({ groups }: Response, group: GroupName): readonly Values[] {
  return groups.filter((each) => each.group === GROUP[group]).map(({ values }) => values);
}

/** The operation of a request of ours, for whoever tells what passes. */
export function operationOf(bytes: Uint8Array): OperationName | null {
  const code = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  const found = Object.entries(OPERATION).find(([, each]) => each === code);
  return found === undefined ? null : (found[0] as OperationName);
}

/** Two bytes of length, and as many bytes. */
function cutText(message: Buffer, at: number): { readonly bytes: Buffer; readonly end: number } | null {
  if (at + 2 > message.length) return null;
  const end = at + 2 + message.readUInt16BE(at);
  return end > message.length ? null : { bytes: message.subarray(at + 2, end), end };
}

/** Null: no value, or of a kind that nobody here asks for. undefined: the value isn't of its tag. */
function readValue(tag: number, bytes: Buffer): number | boolean | string | null | undefined {
  if (tag < FIRST_REAL_VALUE) return null;
  if (tag === TAG.integer || tag === TAG.enum) return bytes.length === 4 ? bytes.readInt32BE() : undefined;
  if (tag === TAG.boolean) return bytes.length === 1 ? bytes[0] === 1 : undefined;
  return tag >= FIRST_TEXT || tag === TAG.octets ? bytes.toString('utf8') : null;
}
