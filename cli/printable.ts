/** Text for a terminal: what came from a card or a code may hold control characters, and a terminal obeys those. */

const LINE_BREAK = '\n';

/** Line breaks stay; other control characters are written out, for example `\x1b`. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) =>
    character === LINE_BREAK ? character : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
