/** Titles, headings, paragraphs and lists as strips: one for each line. */
import type { PaperBlock } from '#contract/paper.ts';
import { COLUMN, INK, LEADING, room, SIZE, type Strip } from '../sheet.ts';
import { baseline, textMark, type Type, type TypeSetter } from '../type-setter.ts';

const TEXT: Type = { size: SIZE.text, weight: 'regular' };
const ROOM_AFTER = 6;

type TextBlock = Extract<PaperBlock, { kind: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'list' }>;

export function textStrips(block: TextBlock, setter: TypeSetter): readonly Strip[] {
  switch (block.kind) {
    case 'title':
      return [...centred(block.text, { size: SIZE.title, weight: 'bold' }, setter), room(8)];
    case 'subtitle':
      return [...centred(block.text, { size: SIZE.subtitle, weight: 'regular', colour: INK.quiet }, setter), room(16)];
    case 'heading':
      return [
        room(12),
        ...set(setter.lines(block.text, COLUMN, HEADING), HEADING, () => 0).map((strip) => ({
          ...strip,
          keepWithNext: true,
        })),
        room(3),
      ];
    case 'paragraph':
      return paragraph(block, setter);
    case 'list':
      return block.items.flatMap((item, index) => listItem(item, block.numbered ? `${index + 1}.` : '•', setter));
  }
}

const HEADING: Type = { size: SIZE.heading, weight: 'bold' };
/** For the number of a list's item. */
const HANGING = 24;

function centred(text: string, type: Type, setter: TypeSetter): readonly Strip[] {
  return set(setter.lines(text, COLUMN, type), type, (line) => (COLUMN - setter.width(line, type)) / 2).map(
    (strip) => ({ ...strip, keepWithNext: true }),
  );
}

function paragraph(
  { text, align, indent }: Extract<PaperBlock, { kind: 'paragraph' }>,
  setter: TypeSetter,
): readonly Strip[] {
  const inward = indent ? 2 * TEXT.size : 0;
  const lines = setter.lines(text, COLUMN, TEXT, inward);
  const at = (line: string, index: number): number =>
    align === 'right' ? COLUMN - setter.width(line, TEXT) : index === 0 ? inward : 0;
  return [...noLoneLines(set(lines, TEXT, at)), room(ROOM_AFTER)];
}

function listItem(text: string, sign: string, setter: TypeSetter): readonly Strip[] {
  const lines = setter.lines(text, COLUMN - HANGING, TEXT);
  const [first, ...others] = set(lines, TEXT, () => HANGING);
  if (first === undefined) return [];
  const y = baseline(TEXT.size * LEADING, TEXT.size);
  return [
    ...noLoneLines([{ ...first, marks: [textMark(sign, 2, y, TEXT), ...first.marks] }, ...others]),
    room(ROOM_AFTER / 2),
  ];
}

function set(lines: readonly string[], type: Type, x: (line: string, index: number) => number): readonly Strip[] {
  const height = type.size * LEADING;
  return lines.map((line, index) => ({
    height,
    marks: [textMark(line, x(line, index), baseline(height, type.size), type)],
  }));
}

/** A page neither ends with the first line of a paragraph nor begins with its last. */
function noLoneLines(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip, index) =>
    strips.length > 1 && (index === 0 || index === strips.length - 2) ? { ...strip, keepWithNext: true } : strip,
  );
}
