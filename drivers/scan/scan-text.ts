/** A code's bytes as text, where they are text: UTF-8 first, then GB18030, which takes nearly everything. */

const ENCODINGS = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true }));
const CONTROLS_AT_ENDS = /^\p{Cc}+|\p{Cc}+$/gu;

/** Without control characters at either end; those inside stay. Null when the bytes are no text. */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ENCODINGS) {
    try {
      return encoding.decode(bytes).replaceAll(CONTROLS_AT_ENDS, '');
    } catch {
      // Not this encoding: the next one, or none.
    }
  }
  return null;
}
