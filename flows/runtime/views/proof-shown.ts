/** What whoever checks a proof compares with it: the person masked, its sentences and figures, and how long its tables are. */
import { maskName } from '#contract/mask-name.ts';
import type { PaperBlock, PaperDocument } from '#contract/paper.ts';
import type { ShownLine } from '#contract/paper-record.ts';
import { maskIdNumber } from '../../language/masks.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

export function shownOf({ blocks }: PaperDocument, scene: Scene): readonly ShownLine[] {
  const { card } = contextOf(runningIn(scene));
  // Wherever they stand, also in a sentence.
  const masked = (text: string): string =>
    card === null
      ? text
      : text.replaceAll(card.name, maskName(card.name)).replaceAll(card.idNumber, maskIdNumber(card.idNumber));
  return blocks
    .flatMap((block, at) => linesOf(block, blocks[at - 1], scene))
    .map(({ label, value }) => ({
      label,
      value: masked(value),
    }));
}

/** `before`: a table is called as the heading above it. */
function linesOf(block: PaperBlock, before: PaperBlock | undefined, { t }: Scene): readonly ShownLine[] {
  switch (block.kind) {
    case 'facts':
      return block.rows;
    case 'paragraph':
      return block.align === 'left' ? [{ label: null, value: block.text }] : [];
    case 'table':
      return before?.kind === 'heading'
        ? [{ label: before.text, value: t('proof.rows', { count: String(block.rows.length) }) }]
        : [];
    default:
      return [];
  }
}
