/** Cards of invented people on both sides of every line that a service's rules draw: kinds of card, ages, with and without address. */
import { DocumentType, IdentityCard } from '#contract/devices/card-reader.ts';
import { Day } from '#contract/ids.ts';
import { dayOfAge } from '../language/calendar.ts';

/** Whoever the rules say nothing of. */
export const SOMEBODY = IdentityCard.parse({
  documentType: 'resident',
  name: '某人',
  sex: 'female',
  birthDate: '1990-01-01',
  address: '望舒区',
  idNumber: '990901199001010000',
  validFrom: '2020-01-01',
  validTo: null,
});

/** `expressions`: all rules of a service. Only what they ask of a card differs from card to card. */
export function possibleCards(expressions: readonly string[], today: Day): readonly IdentityCard[] {
  const all = expressions.join('\n');
  const asks = (field: string): boolean => all.includes(`card.${field}`);
  const kinds = asks('documentType') ? DocumentType.options : [SOMEBODY.documentType];
  const births = asks('birthDate') ? birthDates(all, today) : [SOMEBODY.birthDate];
  const sexes = asks('sex') ? (['female', 'male'] as const) : [SOMEBODY.sex];
  const addresses = asks('address') ? [SOMEBODY.address, undefined] : [SOMEBODY.address];
  return kinds.flatMap((documentType) =>
    births.flatMap((birthDate) =>
      sexes.flatMap((sex) => addresses.map((address) => ({ ...SOMEBODY, documentType, birthDate, sex, address }))),
    ),
  );
}

/** Just old enough for each age that is named, and not yet: one before, on and after the birthday. */
function birthDates(rules: string, today: Day): readonly Day[] {
  const ages = [...rules.matchAll(/\b\d{1,3}\b/g)].map(Number).filter((age) => age > 0 && age < 130);
  const years = [...new Set([30, ...ages.flatMap((age) => [age - 1, age, age + 1])])];
  return years.map((age) => Day.parse(dayOfAge(today, -age)));
}
