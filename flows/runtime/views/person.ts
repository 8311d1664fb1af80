/** What of the card is shown: masked where it could be copied. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Language } from '#contract/language.ts';
import { maskName } from '#contract/mask-name.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { maskIdNumber } from '../../language/masks.ts';
import type { Scene } from './scene.ts';

export function personFacts({ t, language }: Scene, card: IdentityCard): Fact[] {
  return [
    { label: t('person.name'), value: maskName(nameIn(language, card)) },
    { label: t('person.idNumber'), value: maskIdNumber(card.idNumber) },
    { label: t('person.birthDate'), value: dayInWords(card.birthDate, language) },
    {
      label: t('person.validTo'),
      value: card.validTo === null ? t('person.longTerm') : dayInWords(card.validTo, language),
    },
  ];
}

/** A foreigner who reads English knows the name in Latin letters better than the Chinese one on the card. */
export function nameIn(language: Language, { name, nameLatin }: IdentityCard): string {
  return language === 'en' ? (nameLatin ?? name) : name;
}
