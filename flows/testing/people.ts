/** Invented people of Wangshu District, as their cards describe them. */
import { IdentityCard } from '#contract/devices/card-reader.ts';

/** 76 years old on the day of the tests. */
export const LIN_XIAOYING = IdentityCard.parse({
  documentType: 'resident',
  name: '林小英',
  sex: 'female',
  nation: '01',
  birthDate: '1950-03-07',
  address: '望舒区月桥路99号2幢301室',
  idNumber: '990101195003070012',
  issuer: '望舒区公安局',
  validFrom: '2015-01-01',
  validTo: null,
});

/** Turns 60 on 1 January 2027. */
export const CHEN_QINGBO = IdentityCard.parse({
  documentType: 'resident',
  name: '陈清波',
  sex: 'male',
  nation: '01',
  birthDate: '1967-01-01',
  address: '望舒区清波路7号',
  idNumber: '990101196701010019',
  issuer: '望舒区公安局',
  validFrom: '2018-06-01',
  validTo: '2038-06-01',
});

/** A foreigner's card: no address. */
export const MARIA_EXAMPLE = IdentityCard.parse({
  documentType: 'foreigner2023',
  name: 'EXAMPLE, MARIA',
  nameLatin: 'EXAMPLE, MARIA',
  sex: 'female',
  birthDate: '1955-05-05',
  idNumber: '999999195505050021',
  validFrom: '2024-01-01',
  validTo: '2034-01-01',
  nationality: 'XXA',
});

export const EXPIRED_CARD = IdentityCard.parse({ ...LIN_XIAOYING, validTo: '2025-12-31' });
