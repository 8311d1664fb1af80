/** What passed on a wire as a file: one JSON document per line, the first says of which device; bytes only where somebody asked for them. */
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { DeviceClass } from '#contract/devices/classes.ts';
import { Json } from '#contract/json.ts';
import { LocalText } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Narrator } from './narrator.ts';
import { recordTap } from './record.ts';
import type { Tap } from './tap.ts';

export const RecordHead = z.strictObject({
  wire: z.literal(1),
  deviceClass: DeviceClass,
  model: z.string(),
  settings: z.record(z.string(), Json),
  /** Wall time in ms when it began. */
  at: z.number(),
});
export type RecordHead = Readonly<z.infer<typeof RecordHead>>;

const Passed = { t: z.number().nonnegative(), dir: z.enum(['toDevice', 'fromDevice']) };
/** `t`: milliseconds since the beginning. `hex` holds what a card said; without it only words and a count are left. */
export const RecordLine = z.union([
  z.strictObject({ ...Passed, hex: z.string().regex(/^([0-9a-f]{2})*$/) }),
  z.strictObject({ ...Passed, bytes: z.number().int().nonnegative(), words: z.array(LocalText) }),
]);
export type RecordLine = Readonly<z.infer<typeof RecordLine>>;

export interface WireRecord {
  readonly head: RecordHead;
  readonly lines: readonly RecordLine[];
}

export interface RecordOptions {
  readonly clock: Clock;
  readonly narrator: Narrator;
  /** Bytes are personal as soon as somebody uses the device. */
  readonly withPersonalData: boolean;
  /** One line without its line break. */
  readonly note: (line: string) => void;
}

/** The head first, then every line as it passes. */
export function writeRecord(head: Omit<RecordHead, 'wire' | 'at'>, options: RecordOptions): Tap {
  const { clock, narrator, withPersonalData, note } = options;
  const begun = clock.monotonic();
  note(JSON.stringify({ wire: 1, ...head, at: clock.now() } satisfies RecordHead));
  return recordTap(clock, ({ at, direction: dir, bytes }) => {
    const t = Math.round((at - begun) * 1000) / 1000;
    const told = withPersonalData ? [] : narrator.hear({ direction: dir, bytes });
    const line: RecordLine = withPersonalData
      ? { t, dir, hex: Buffer.from(bytes).toString('hex') }
      : { t, dir, bytes: bytes.length, words: told.map(({ words }) => words) };
    note(JSON.stringify(line));
  });
}

/** The number of the first line that isn't one of a record, counted from 1. */
export function readRecord(text: string): Result<WireRecord, { readonly line: number }> {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const head = RecordHead.safeParse(jsonOf(first));
  if (!head.success) return fail({ line: 1 });
  const lines: RecordLine[] = [];
  for (const [index, each] of rest.entries()) {
    const line = RecordLine.safeParse(jsonOf(each));
    if (!line.success) return fail({ line: index + 2 });
    lines.push(line.data);
  }
  return ok({ head: head.data, lines });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
