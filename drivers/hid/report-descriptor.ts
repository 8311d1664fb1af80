/** Walks a HID report descriptor (HID 1.11, 6.2.2) and says where in which report each usage lies; makers order them as they like. */

export type ReportKind = 'input' | 'output' | 'feature';

/** One element of a report: its usage is page × 65536 + id, and it lies `bitOffset` bits behind the report's id. */
export interface ReportElement {
  readonly kind: ReportKind;
  /** 0 in a device that numbers no reports. */
  readonly reportId: number;
  readonly usage: number;
  readonly bitOffset: number;
  readonly bitSize: number;
  /** How many of the same size follow one another under this usage. */
  readonly count: number;
  /** Usages of the collections around it, outermost first. */
  readonly within: readonly number[];
}

export interface ReportDescriptor {
  /** Padding apart, in the order of the descriptor. */
  readonly elements: readonly ReportElement[];
  /** Every report then begins with its id, also those that come. */
  readonly numbered: boolean;
  /** Without the id; 0 when there is no such report. */
  bytesOf(kind: ReportKind, reportId: number): number;
}

const ITEM = { main: 0, global: 1, local: 2 } as const;
const MAIN: Readonly<Record<number, ReportKind>> = { 8: 'input', 9: 'output', 11: 'feature' };
const COLLECTION = 10;
const END_COLLECTION = 12;
const LONG_ITEM = 0xfe;
const CONSTANT = 1;
/** A report is at most 64 kB; what asks for more is no descriptor, and nothing to make room for. */
const MOST_BITS = 65_536 * 8;
const MOST_ELEMENTS = 4_096;

interface Globals {
  readonly page: number;
  readonly size: number;
  readonly count: number;
  readonly reportId: number;
}
interface Locals {
  readonly usages: readonly number[];
  readonly lowest: number | null;
  readonly highest: number | null;
}
const NO_LOCALS: Locals = { usages: [], lowest: null, highest: null };

/** Null for bytes that are no descriptor. */
export function readDescriptor(bytes: Uint8Array): ReportDescriptor | null {
  const elements: ReportElement[] = [];
  const bits = new Map<string, number>();
  const within: number[] = [];
  const pushed: Globals[] = [];
  let globals: Globals = { page: 0, size: 0, count: 0, reportId: 0 };
  let locals = NO_LOCALS;
  let numbered = false;

  for (const item of itemsOf(bytes)) {
    if (item === null) return null;
    const { type, tag, value, size } = item;
    if (type === ITEM.global) {
      const changed = changedGlobals(globals, tag, value, pushed);
      if (changed === null) return null;
      globals = changed;
      numbered ||= globals.reportId !== 0;
    } else if (type === ITEM.local) {
      locals = changedLocals(locals, tag, size === 4 ? value : -1 - value);
    } else if (type === ITEM.main) {
      const kind = MAIN[tag];
      if (tag === COLLECTION) within.push(usageOf(locals.usages[0] ?? -1, globals.page));
      if (tag === END_COLLECTION && within.pop() === undefined) return null;
      if (kind !== undefined) {
        const key = keyOf(kind, globals.reportId);
        const from = bits.get(key) ?? 0;
        const to = from + globals.size * globals.count;
        if (to > MOST_BITS) return null;
        bits.set(key, to);
        if ((value & CONSTANT) === 0) elements.push(...elementsOf(kind, globals, locals, from, [...within]));
        if (elements.length > MOST_ELEMENTS) return null;
      }
      locals = NO_LOCALS;
    }
  }
  if (within.length > 0) return null;
  return {
    elements,
    numbered,
    bytesOf: (kind, reportId) => Math.ceil((bits.get(keyOf(kind, reportId)) ?? 0) / 8),
  };
}

function keyOf(kind: ReportKind, reportId: number): string {
  return `${kind} ${reportId}`;
}

interface Item {
  readonly type: number;
  readonly tag: number;
  readonly value: number;
  readonly size: number;
}

/** Null in place of an item that the bytes end in. */
function* itemsOf(bytes: Uint8Array): Generator<Item | null> {
  let at = 0;
  while (at < bytes.length) {
    const prefix = bytes[at] ?? 0;
    if (prefix === LONG_ITEM) {
      at += 3 + (bytes[at + 1] ?? 0);
      if (at > bytes.length) return yield null;
      continue;
    }
    const size = (prefix & 3) === 3 ? 4 : prefix & 3;
    if (at + 1 + size > bytes.length) return yield null;
    let value = 0;
    for (let index = size; index > 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
    yield { type: (prefix >> 2) & 3, tag: prefix >> 4, value, size };
    at += 1 + size;
  }
}

function changedGlobals(globals: Globals, tag: number, value: number, pushed: Globals[]): Globals | null {
  switch (tag) {
    case 0:
      return { ...globals, page: value };
    case 7:
      return { ...globals, size: value };
    case 8:
      return value > 0 && value < 256 ? { ...globals, reportId: value } : null;
    case 9:
      return { ...globals, count: value };
    case 10:
      if (pushed.length >= MOST_ELEMENTS) return null;
      pushed.push(globals);
      return globals;
    case 11:
      return pushed.pop() ?? null;
    default:
      return globals;
  }
}

/** A usage of four bytes brings its page; of fewer, it is kept as -1 - id until the page is known. */
function changedLocals(locals: Locals, tag: number, usage: number): Locals {
  if (tag === 0) return { ...locals, usages: [...locals.usages, usage] };
  if (tag === 1) return { ...locals, lowest: usage };
  return tag === 2 ? { ...locals, highest: usage } : locals;
}

function usageOf(usage: number, page: number): number {
  return usage < 0 ? page * 65_536 + (-1 - usage) : usage;
}

/** The last usage stands for all elements that have none of their own. */
function elementsOf(
  kind: ReportKind,
  { page, size, count, reportId }: Globals,
  { usages, lowest, highest }: Locals,
  from: number,
  within: readonly number[],
): ReportElement[] {
  const common = { kind, reportId, bitSize: size, within };
  const first = lowest === null ? null : usageOf(lowest, page);
  const last = highest === null ? first : usageOf(highest, page);
  if (usages.length === 0) {
    if (first === null || last === null) return [];
    const many = Math.min(count, last - first + 1, MOST_ELEMENTS);
    return Array.from({ length: Math.max(many, 0) }, (_, index) => ({
      ...common,
      usage: first + index,
      bitOffset: from + index * size,
      count: 1,
    }));
  }
  return usages.slice(0, count).map((usage, index) => ({
    ...common,
    usage: usageOf(usage, page),
    bitOffset: from + index * size,
    count: index === usages.length - 1 ? count - index : 1,
  }));
}

/** An element's value, least significant bit first; null when the report ends before it. `bits` begins behind the id. */
export function valueIn(report: Uint8Array, { bitOffset, bitSize }: ReportElement): number | null {
  if (bitSize > 32 || bitOffset + bitSize > report.length * 8) return null;
  let value = 0;
  for (let bit = bitSize - 1; bit >= 0; bit -= 1) {
    const at = bitOffset + bit;
    value = value * 2 + (((report[at >> 3] ?? 0) >> (at & 7)) & 1);
  }
  return value;
}
