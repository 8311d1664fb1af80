/** The two cards one practises with (练习): invented people of no place, chosen by a button instead of laid on the reader. */
import { IdentityCard } from '#contract/devices/card-reader.ts';
import type { PractisePerson } from '#contract/screen/intent.ts';

const usual = {
  documentType: 'resident',
  nation: '01',
  address: '练习区练习路1号',
  issuer: '练习公安局',
  validFrom: '2020-01-01',
  validTo: null,
} as const;

export const PRACTISE_CARDS: Readonly<Record<PractisePerson, IdentityCard>> = {
  elder: IdentityCard.parse({
    ...usual,
    name: '练习老人',
    sex: 'female',
    birthDate: '1946-05-01',
    idNumber: '999999194605010022',
  }),
  adult: IdentityCard.parse({
    ...usual,
    name: '练习市民',
    sex: 'male',
    birthDate: '1990-05-01',
    idNumber: '999999199005010013',
  }),
};
