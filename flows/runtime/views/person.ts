/** What of the card is shown: masked where it could be copied. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Fact } from '#contract/screen.ts';
import { dayInWords } from './days.ts';
import { maskIdNumber, maskName } from './masks.ts';
import type { Scene } from './scene.ts';

export function personFacts({ t, language }: Scene, card: IdentityCard): Fact[] {
  return [
    { label: t('person.name'), value: maskName(card.name) },
    { label: t('person.idNumber'), value: maskIdNumber(card.idNumber) },
    { label: t('person.birthDate'), value: dayInWords(card.birthDate, language) },
    {
      label: t('person.validTo'),
      value: card.validTo === null ? t('person.longTerm') : dayInWords(card.validTo, language),
    },
  ];
}
