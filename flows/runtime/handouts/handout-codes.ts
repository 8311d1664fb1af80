/** A handout as texts for QR codes: a phone without any network reads and keeps them. */
import { allSections, type HandoutText } from './handout-text.ts';

/** Bytes of UTF-8 that a code of version 23 holds at error correction M, less a little: read by a phone at an arm's length. */
const CODE_BYTES = 830;
/** Of more nobody takes pictures. */
const MOST_CODES = 4;

/** Plain text, cut between lines; each begins with its place (`1/3`) where there are several. `more` is said where something is left out. */
export function codesOf(text: HandoutText, more: string): readonly string[] {
  const lines = [
    `${text.title} ${text.about}`,
    ...allSections(text).flatMap((section) => [
      `【${section.title}】`,
      ...section.lines.map((line, index) => (section.numbered ? `${index + 1}. ${line}` : `· ${line}`)),
    ]),
  ];
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before === undefined || bytesOf(before) + bytesOf(line) + 1 > CODE_BYTES) parts.push(line);
    else parts[parts.length - 1] = `${before}\n${line}`;
  }
  const all = parts.slice(0, MOST_CODES);
  const kept = parts.length > all.length ? [...all.slice(0, -1), `${all.at(-1) ?? ''}\n${more}`] : all;
  return kept.length === 1 ? kept : kept.map((part, index) => `${index + 1}/${kept.length}\n${part}`);
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
