/** The same guards in every language that is measured, and by hand. */
import { ageOn } from '#flows/language/calendar.ts';

export interface Facts {
  readonly today: string;
  readonly card: { readonly birthDate: string };
  readonly way: string;
  readonly income: number;
  readonly members: readonly { readonly age: number; readonly insured: boolean }[];
}

export interface Guard {
  readonly name: string;
  readonly cel: string;
  /** What the best program for it is: nothing is read, nothing is looked up. */
  readonly byHand: (facts: Facts) => boolean;
  readonly jsonLogic: object;
  readonly jsonata: string;
  readonly feel: string;
}

export const FACTS: Facts = {
  today: '2026-11-21',
  card: { birthDate: '1966-11-21' },
  way: 'post',
  income: 250_000,
  members: [
    { age: 34, insured: true },
    { age: 7, insured: false },
    { age: 61, insured: true },
  ],
};

/** Each holds for those facts. */
export const GUARDS: readonly Guard[] = [
  {
    name: 'one answer',
    cel: 'way == "post"',
    byHand: ({ way }) => way === 'post',
    jsonLogic: { '==': [{ var: 'way' }, 'post'] },
    jsonata: 'way = "post"',
    feel: 'way = "post"',
  },
  {
    name: 'answers and numbers',
    cel: 'income <= 300000 && (way == "post" || way == "pickUp") && size(members) > 2',
    byHand: ({ income, way, members }) =>
      income <= 300_000 && (way === 'post' || way === 'pickUp') && members.length > 2,
    jsonLogic: {
      and: [
        { '<=': [{ var: 'income' }, 300_000] },
        { or: [{ '==': [{ var: 'way' }, 'post'] }, { '==': [{ var: 'way' }, 'pickUp'] }] },
        { '>': [{ var: 'members.length' }, 2] },
      ],
    },
    jsonata: 'income <= 300000 and (way = "post" or way = "pickUp") and $count(members) > 2',
    feel: 'income <= 300000 and (way = "post" or way = "pickUp") and count(members) > 2',
  },
  {
    name: 'rows',
    cel: 'members.exists(m, m.age >= 60 && m.insured)',
    byHand: ({ members }) => members.some(({ age, insured }) => age >= 60 && insured),
    jsonLogic: { some: [{ var: 'members' }, { and: [{ '>=': [{ var: 'age' }, 60] }, { var: 'insured' }] }] },
    jsonata: '$count(members[age >= 60 and insured]) > 0',
    feel: 'some m in members satisfies (m.age >= 60 and m.insured)',
  },
  {
    name: 'age of the card',
    cel: 'ageOn(card.birthDate, today) >= 60',
    byHand: ({ card, today }) => ageOn(card.birthDate, today) >= 60,
    jsonLogic: { '>=': [{ ageOn: [{ var: 'card.birthDate' }, { var: 'today' }] }, 60] },
    jsonata: '$ageOn(card.birthDate, today) >= 60',
    feel: 'ageOn(card.birthDate, today) >= 60',
  },
];
