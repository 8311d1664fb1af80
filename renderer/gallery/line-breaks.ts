/** Where the lines of a text break badly: one lonely character at the end, or a telephone number in two pieces. */
import { TELEPHONE } from '../words/telephone.ts';

const HAN = /\p{Script=Han}/u;
const MARKS = /[\s\p{P}]/gu;

/** Flaws in words; empty when nothing is wrong with this text as it is drawn now. */
export function badBreaks(node: Text): readonly string[] {
  const text = node.data;
  const torn = [...text.matchAll(TELEPHONE)]
    .filter(({ index, 0: number }) => topsOf(node, index, index + number.length).size > 1)
    .map(({ 0: number }) => `“${number}”: in two pieces`);
  const end = lastLine(node);
  const lonely = HAN.test(text) && end !== null && [...end.replaceAll(MARKS, '')].length === 1;
  return lonely ? [...torn, `“${text.slice(0, 24)}”: only “${end}” on its last line`] : torn;
}

/** Null for a text of one line. */
function lastLine(node: Text): string | null {
  const { data } = node;
  const whole = data.trimEnd().length;
  const bottom = Math.max(...topsOf(node, whole - 1, whole));
  for (let at = whole - 1; at > 0; at -= 1) {
    if (Math.max(...topsOf(node, at - 1, at)) < bottom - 2) return data.slice(at, whole);
  }
  return null;
}

/** The upper edges of the lines that these characters stand in, in pixels. */
function topsOf(node: Text, from: number, to: number): ReadonlySet<number> {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
}
