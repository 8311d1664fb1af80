/** Help on every screen: what this step wants, how to leave without losing anything, who answers the telephone. */
import type { ScreenView } from '#contract/screen.ts';
import { contextOf } from '../visit.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function helpView({ t, say, station, visit }: Scene, sheet: Sheet): ScreenView['help'] {
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
    close: t('help.close'),
  };
}
