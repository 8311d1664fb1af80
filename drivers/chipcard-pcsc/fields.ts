/** From the bytes of a file or record to fields, as a recipe says; what doesn't look as it must is no field. */
import type { ChipField } from '#contract/devices/chip-recipe.ts';
import { Day } from '#contract/ids.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { isIdentityNumber } from '../idcard-sdt/check-digit.ts';

/** The fault is the name of the field that isn't there or isn't plausible, never its value. */
export function readField(field: ChipField, data: Uint8Array): Result<string, string> {
  const bytes = data.subarray(field.at, field.at + field.length);
  if (bytes.length < field.length) return fail(field.name);
  const text = textOf(bytes, field.as);
  if (text === null || !MUST[field.must](text)) return fail(field.name);
  return ok(field.must === 'day' ? dayOf(text) : text);
}

const MUST: Readonly<Record<ChipField['must'], (text: string) => boolean>> = {
  filled: (text) => text !== '',
  identityNumber: isIdentityNumber,
  day: (text) => Day.safeParse(dayOf(text)).success,
};

/** Cards have days as 20310815. */
function dayOf(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function textOf(bytes: Uint8Array, as: ChipField['as']): string | null {
  if (as === 'hex') return Buffer.from(bytes).toString('hex').toUpperCase();
  if (as === 'digits') return /^(\d+)F*$/.exec(Buffer.from(bytes).toString('hex').toUpperCase())?.[1] ?? null;
  const padding = bytes.findLastIndex((byte) => byte !== 0x00 && byte !== 0xff);
  try {
    // fatal: half a character would be a wrong name. "ascii" as WHATWG has it would be Windows-1252.
    const text = new TextDecoder(as === 'ascii' ? 'utf-8' : as, { fatal: true }).decode(bytes.subarray(0, padding + 1));
    if (as === 'ascii' && /[^ -~]/.test(text)) return null;
    return /\p{Cc}/u.test(text) ? null : text.trim();
  } catch {
    return null;
  }
}
