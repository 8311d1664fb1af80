/** Goodbye: take your card, take your papers, and nothing of you stays here. */
import { cardWasRead, contextOf } from '../visit.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function goodbyeView({ t, visit }: Scene): Sheet {
  const context = visit.plan === null ? null : contextOf(visit.plan);
  const papers = context?.print !== null && context?.print !== undefined && context.print.outcome !== 'failed';
  const proof = Object.values(context?.proofs ?? {}).some(({ ended }) => ended !== null && ended.outcome !== 'failed');
  const reminders = [
    ...(cardWasRead(visit) ? [t('goodbye.card')] : []),
    ...(papers ? [t('goodbye.papers')] : []),
    ...(proof ? [t('goodbye.proof')] : []),
    t('goodbye.erased'),
  ];
  const headline = t('goodbye.headline');
  return {
    title: t('goodbye.title'),
    body: { kind: 'goodbye', headline, reminders },
    spoken: [headline, ...reminders],
    help: 'help.goodbye',
    primary: { label: t('button.finish'), intent: { kind: 'next' } },
  };
}
