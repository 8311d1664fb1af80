/** A service as a card: what it is, how long, what it costs, and whether it can be done here now. */
import type { z } from 'zod';
import type { ServiceCard } from '#contract/screen/parts.ts';
import { makesCase, type Service } from '../../language/service.ts';
import { feeInWords } from './fee-in-words.ts';
import { badgeOf } from './badge.ts';
import { toBring } from './bring.ts';
import type { Scene } from './scene.ts';

type Card = z.infer<typeof ServiceCard>;

export function serviceCard(scene: Scene, service: Service): Card {
  const { t, say } = scene;
  // What isn't offered has no steps yet, but would be decided by an office.
  const decided = !service.offered || makesCase(service);
  const { minutes, timeLimits } = service;
  return {
    service: service.id,
    title: say(service.title),
    summary: say(service.summary),
    facts: [
      { label: t('fact.time'), value: t('fact.timeValue', { minutes }) },
      {
        label: t('fact.decision'),
        value: decided ? t('fact.decisionValue', { days: timeLimits.promised }) : t('fact.atOnce'),
      },
      { label: t('fact.fee'), value: feeInWords(scene, [service]) },
      { label: t('fact.materials'), value: toBring(scene, [service]) },
    ],
    badge: badgeOf(scene, service),
  };
}
