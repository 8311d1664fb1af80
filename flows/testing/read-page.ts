/** A page as the page reader gives it back, with one wording and the value beside it. */
import type { PageRead } from '#contract/ocr.ts';

export function readPage(wording: string, value: string): PageRead {
  const character = (text: string, left: number) => ({
    text,
    confidence: 96,
    box: { left, top: 100, width: 20, height: 30 },
  });
  const word = (text: string, left: number) => ({
    ...character(text, left),
    box: { left, top: 100, width: text.length * 20, height: 30 },
    characters: [...text].map((one, index) => character(one, left + index * 20)),
  });
  const words = [word(wording, 100), word(value, 300)];
  const line = { ...word('', 100), text: `${wording} ${value}`, words };
  return { width: 1000, height: 700, lines: [line], confidence: 96, elapsedMs: 1 };
}
