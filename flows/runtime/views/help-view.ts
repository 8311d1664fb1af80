/** Help on every screen: what this step wants, how to leave without losing anything, who answers the telephone. */
import type { ScreenView } from '#contract/screen.ts';
import type { Button } from '#contract/screen/parts.ts';
import { contextOf, placeOf } from '../visit.ts';
import { practiseButton } from './practise-button.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

/** 有人陪我办, on or off. */
function besideButton({ t, visit }: Scene): Button {
  const on = visit.hall.context.beside !== 'now';
  return { label: t(on ? 'button.beside' : 'button.besideOff'), intent: { kind: 'beside', on } };
}

export function helpView(scene: Scene, sheet: Sheet): ScreenView['help'] {
  const { t, say, station, visit } = scene;
  const submitted = visit.plan !== null && contextOf(visit.plan).submittedAt !== null;
  return {
    label: t('help.label'),
    open: visit.hall.context.help,
    title: t('help.title'),
    paragraphs: [
      t(sheet.help),
      t(submitted ? 'help.leaveAfterSubmit' : 'help.leave'),
      ...station.helpPhones.map(({ hours, phone }) => t('help.phone', { hours: say(hours), phone })),
    ],
    others: placeOf(visit) === 'attract' ? [] : [...practiseButton(scene), besideButton(scene)],
    close: t('help.close'),
  };
}
