/** Commands to a card and what its answer means (ISO 7816-4): pure bytes, one step of a recipe at a time. */
import type { ChipStep } from '#contract/devices/chip-recipe.ts';

/** Half of ISO 7816-4's case 4 cards answer a SELECT with "61 so many bytes wait"; what waits there isn't asked for. */
export function commandOf(step: ChipStep): Uint8Array {
  switch (step.do) {
    case 'selectApplication': {
      const aid = Buffer.from(step.aid, 'hex');
      return Uint8Array.of(0x00, 0xa4, 0x04, 0x00, aid.length, ...aid);
    }
    case 'selectFile':
      return Uint8Array.of(0x00, 0xa4, 0x00, 0x00, 0x02, ...Buffer.from(step.file, 'hex'));
    case 'readBinary':
      return Uint8Array.of(0x00, 0xb0, step.from >> 8, step.from & 0xff, step.length & 0xff);
    case 'readRecord':
      return Uint8Array.of(0x00, 0xb2, step.record, step.how, step.length & 0xff);
  }
}

/** GET RESPONSE: what waits at the card. */
export function getResponse(length: number): Uint8Array {
  return Uint8Array.of(0x00, 0xc0, 0x00, 0x00, length);
}

/** The same command with the length that the card wants. */
export function withLength(command: Uint8Array, length: number): Uint8Array {
  const again = command.slice();
  again[again.length - 1] = length;
  return again;
}

export type CardAnswer =
  | { readonly kind: 'done'; readonly data: Uint8Array }
  /** 61xx */
  | { readonly kind: 'more'; readonly data: Uint8Array; readonly length: number }
  /** 6Cxx */
  | { readonly kind: 'wrongLength'; readonly length: number }
  | { readonly kind: 'refused'; readonly status: string };

/** Null: shorter than two status bytes. */
export function readAnswer(bytes: Uint8Array): CardAnswer | null {
  const sw1 = bytes.at(-2);
  const sw2 = bytes.at(-1);
  if (sw1 === undefined || sw2 === undefined) return null;
  const data = bytes.slice(0, -2);
  if (sw1 === 0x61) return { kind: 'more', data, length: sw2 };
  if (sw1 === 0x6c) return { kind: 'wrongLength', length: sw2 };
  // 62xx and 63xx are warnings, for example "the end came before the length": what was read counts, its fields decide.
  if ((sw1 === 0x90 && sw2 === 0x00) || sw1 === 0x62 || sw1 === 0x63) return { kind: 'done', data };
  return { kind: 'refused', status: Buffer.of(sw1, sw2).toString('hex').toUpperCase() };
}
