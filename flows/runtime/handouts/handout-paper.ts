/** A handout on paper: as a page of A4, or as blocks for the roll of receipts. Nothing personal is on it. */
import type { Receipt, ReceiptBlock } from '#contract/devices/printer.ts';
import type { PaperBlock, PaperDraft } from '#contract/paper.ts';
import { timeAtStation } from '../views/days.ts';
import type { Scene } from '../views/scene.ts';
import { allSections, type HandoutSection, handoutText } from './handout-text.ts';

export function handoutOnA4(scene: Scene): PaperDraft {
  const { t, say, content, station, language, now } = scene;
  const text = handoutText(scene);
  const blocks: PaperBlock[] = [
    { kind: 'title', text: text.title },
    { kind: 'subtitle', text: text.about.slice(0, 120) },
    ...allSections(text).flatMap(({ title: heading, numbered, lines }): PaperBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'list', numbered, items: lines.slice(0, 60) },
    ]),
    { kind: 'gap' },
    { kind: 'paragraph', text: asOf(scene), align: 'left', indent: false },
  ];
  return {
    language,
    name: text.title,
    madeAt: now,
    footer: `${say(content.catalogue.district)} · ${say(station.name)}`,
    pageWords: t('handout.pageWords'),
    blocks,
  };
}

export function handoutOnRoll(scene: Scene): Receipt {
  const text = handoutText(scene);
  const left = (line: string): ReceiptBlock => ({ kind: 'text', text: line, align: 'left' });
  return {
    blocks: [
      { kind: 'title', text: text.title },
      { kind: 'text', text: text.about, align: 'center' },
      ...allSections(text).flatMap((section): ReceiptBlock[] => [
        { kind: 'rule' },
        left(section.title),
        ...linesOf(section).map(left),
      ]),
      { kind: 'rule' },
      left(asOf(scene)),
    ],
  };
}

function linesOf({ numbered, lines }: HandoutSection): readonly string[] {
  return lines.map((line, index) => (numbered ? `${index + 1}. ${line}` : line));
}

/** Rules change: a list says of which moment it is. */
function asOf({ t, station, now }: Scene): string {
  return t('handout.asOf', { time: timeAtStation(now, station.timeZone) });
}
