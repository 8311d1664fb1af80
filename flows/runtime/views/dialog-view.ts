/** The two questions that come before anything else: really leave? still there? */
import type { ScreenView } from '#contract/screen.ts';
import { DEADLINES } from '../deadlines.table.ts';
import { contextOf, dialogOf } from '../visit.ts';
import type { Scene } from './scene.ts';
import { type Look, seconds } from './sheet.ts';

export function dialogView({ t, visit }: Scene, look: Look): ScreenView['dialog'] {
  switch (dialogOf(visit)) {
    case 'closed':
      return null;
    case 'leaving':
      return {
        title: t('leave.title'),
        text: t('leave.text'),
        secondsLeft: null,
        primary: { label: t('leave.stay'), intent: { kind: 'stay' } },
        secondary: { label: t('leave.confirm'), intent: { kind: 'confirmLeave' } },
      };
    case 'idle': {
      const submitted = visit.plan !== null && contextOf(visit.plan).submittedAt !== null;
      return {
        title: t('idle.title'),
        text: t(submitted ? 'idle.textAfterSubmit' : 'idle.text'),
        secondsLeft: seconds(look.leftMs('awaitAnswer') ?? DEADLINES.idleWarningMs),
        primary: { label: t('idle.stay'), intent: { kind: 'stay' } },
        secondary: { label: t('idle.leave'), intent: { kind: 'confirmLeave' } },
      };
    }
  }
}
