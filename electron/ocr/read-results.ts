/** Turns what Tesseract found on a page into lines, words and characters with their places. */
import type { ResultIterator, TesseractCore } from 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.js';
import type { PixelBox, ReadCharacter, ReadLine, ReadWord } from '#contract/ocr.ts';

/** Tesseract's `PageIteratorLevel`. */
const LINE = 2;
const WORD = 3;
const CHARACTER = 4;
const BYTES_PER_NUMBER = 4;

export type BoxAt = (results: ResultIterator, level: number) => PixelBox;

/** Keeps room for four numbers in the engine's memory, used for every box. */
export function boxReader(core: TesseractCore): BoxAt {
  const room = core._malloc(4 * BYTES_PER_NUMBER);
  const [left, top, right, bottom] = [0, 1, 2, 3].map((index) => room + index * BYTES_PER_NUMBER) as [
    number,
    number,
    number,
    number,
  ];
  const at = (pointer: number): number => core.getValue(pointer, 'i32');
  return (results, level) => {
    results.BoundingBox(level, left, top, right, bottom);
    return { left: at(left), top: at(top), width: at(right) - at(left), height: at(bottom) - at(top) };
  };
}

/** In the order in which Tesseract reads: blocks, then lines from top to bottom. Lines without text are left out. */
export function readLines(results: ResultIterator, boxAt: BoxAt): readonly ReadLine[] {
  const lines: ReadLine[] = [];
  let words: ReadWord[] = [];
  let characters: ReadCharacter[] = [];
  results.Begin();
  if (results.Empty(CHARACTER)) return lines;
  do {
    const character = results.GetUTF8Text(CHARACTER);
    if (character !== '') characters.push(readAt(results, CHARACTER, character, boxAt));
    if (results.IsAtFinalElement(WORD, CHARACTER)) {
      const text = characters.map((each) => each.text).join('');
      if (text.trim() !== '') words.push({ ...readAt(results, WORD, text, boxAt), characters });
      characters = [];
    }
    if (results.IsAtFinalElement(LINE, CHARACTER)) {
      const text = words.map((word) => word.text).join(' ');
      if (text !== '') lines.push({ ...readAt(results, LINE, text, boxAt), words });
      words = [];
    }
  } while (results.Next(CHARACTER));
  return lines;
}

function readAt(results: ResultIterator, level: number, text: string, boxAt: BoxAt): ReadCharacter {
  return { text, box: boxAt(results, level), confidence: Math.min(100, Math.max(0, results.Confidence(level))) };
}
