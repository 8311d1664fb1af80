/** The rating, offered by itself for each service: five national levels, and always a way to skip. */
import type { ServiceId } from '#contract/ids.ts';
import { RATING_LEVELS } from '../../language/rating-levels.table.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function rateView({ t, say, content }: Scene, service: ServiceId): Sheet {
  const title = content.services.get(service)?.title;
  const question = t('rate.question', { service: title === undefined ? '' : say(title) });
  const levels = RATING_LEVELS.map(({ level, label }) => ({ level, label: say(label) }));
  return {
    title: t('rate.title'),
    body: { kind: 'rate', service, question, levels },
    spoken: [question, ...levels.map(({ label }) => label)],
    help: 'help.rate',
    others: [{ label: t('button.skip'), intent: { kind: 'next' } }],
  };
}
