/** A handout on screen: what it says, codes to take it along, and what became of the paper. */
import type { ScreenView } from '#contract/screen.ts';
import { FAULTS } from '#contract/faults.table.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from '../views/scene.ts';
import { type Sheet } from '../views/sheet.ts';
import { codesOf } from './handout-codes.ts';
import { allSections, handoutText } from './handout-text.ts';
import { paperFor } from './paper-for.ts';

export function handoutView(scene: Scene, phase: 'reading' | 'printing'): Sheet {
  const { t } = scene;
  const text = handoutText(scene);
  const printing = phase === 'printing';
  const paper = paperFor(scene.availability);
  const codes = codesOf(text, t('handout.more')).map((data, index, all) => ({
    data,
    caption: all.length === 1 ? t('handout.code') : t('handout.codeOf', { number: index + 1, count: all.length }),
  }));
  return {
    title: text.title,
    body: {
      kind: 'handout',
      about: text.about,
      sections: text.sections.map(({ title, numbered, lines }) => ({ title, numbered, lines: [...lines] })),
      asked: text.asked === null ? null : { title: text.asked.title, pairs: [...text.asked.pairs] },
      take: { title: t('handout.take'), codes },
    },
    spoken: [text.about, ...allSections(text).flatMap(({ title, lines }) => [title, ...lines])],
    help: 'help.handout',
    notice: printing ? { tone: 'calm', text: t('handout.printing') } : printed(scene),
    primary: printing ? null : { label: t('handout.done'), intent: { kind: 'next' } },
    others: printing || paper === null ? [] : [{ label: t(`handout.print.${paper}`), intent: { kind: 'print' } }],
  };
}

function printed(scene: Scene): ScreenView['notice'] {
  const { t, say } = scene;
  const { print } = contextOf(runningIn(scene));
  if (print === null) return null;
  if (print.outcome === 'printed') return { tone: 'calm', text: t('handout.printed') };
  if (print.outcome === 'unconfirmed') return { tone: 'attention', text: t('handout.unconfirmed') };
  const reason = print.fault === null ? null : say(FAULTS[print.fault].citizen);
  return { tone: 'attention', text: reason === null ? t('handout.failed') : t('handout.failedWhy', { reason }) };
}
