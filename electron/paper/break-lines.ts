/** Where a text goes on in the next line: as Unicode says (UAX 14), so that no line begins with 。 and no number or word is torn. */
import LineBreaker from 'linebreak';

/** `widthOf`: of a piece of text, in the unit of `width`. A word that is wider than a whole line is torn after all. */
export function breakLines(
  text: string,
  width: number,
  widthOf: (text: string) => number,
  firstIndent = 0,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? firstIndent : 0);
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const part of unbreakableParts(text)) {
    // Blanks at the end of a line need no room.
    if (widthOf((line + part).trimEnd()) <= room()) {
      line += part;
      continue;
    }
    if (line !== '') end();
    for (const sign of part) {
      if (line !== '' && widthOf((line + sign).trimEnd()) > room()) end();
      line += sign;
    }
  }
  if (line !== '') end();
  return lines;
}

/** 22日, 300元: Unicode lets a line end between them, no Chinese page does. */
const NUMBER_AND_UNIT = /^\d[年月日时点分秒元角号岁个份]$/;

export function unbreakableParts(text: string): readonly string[] {
  const breaker = new LineBreaker(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    if (NUMBER_AND_UNIT.test(text.slice(at.position - 1, at.position + 1))) continue;
    parts.push(text.slice(from, at.position));
    from = at.position;
  }
  return parts;
}
