/** A reader of a message goes on where a newer sender says more; a writer, and whoever reads something signed, doesn't. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { orOther, readAsFarAsItGoes, reading, toTheLetter, unread } from './message.ts';

const Inner = z.strictObject({ text: z.string().min(2) });
const State = z.enum(['open', 'closed']);
const Message = z.strictObject({
  inner: Inner,
  list: z.array(Inner).max(2).default([]),
  maybe: Inner.nullable().optional(),
  byName: z.record(z.string(), Inner).optional(),
  pair: z.tuple([Inner, z.number()]).optional(),
  readonly: z.array(Inner).readonly().optional(),
  either: z.union([z.strictObject({ a: z.number() }), z.strictObject({ a: z.number(), b: z.number() })]).optional(),
  kind: z
    .discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x') }), Inner.extend({ kind: z.literal('y') })])
    .optional(),
});
const newer = { text: 'as before', proof: 'new' };
const older = { text: 'as before' };

test.each([
  ['in the message itself', { inner: older, hint: 1 }, { inner: older, list: [] }],
  ['in what it holds', { inner: newer }, { inner: older, list: [] }],
  ['in a list', { inner: older, list: [newer] }, { inner: older, list: [older] }],
  ['in what may be null', { inner: older, maybe: newer }, { inner: older, list: [], maybe: older }],
  ['under a name', { inner: older, byName: { one: newer } }, { inner: older, list: [], byName: { one: older } }],
  ['in a pair', { inner: older, pair: [newer, 1] }, { inner: older, list: [], pair: [older, 1] }],
  ['in a list that stays as it is', { inner: older, readonly: [newer] }, { inner: older, list: [], readonly: [older] }],
  [
    'in one of several kinds',
    { inner: older, kind: { kind: 'x', more: 1 } },
    { inner: older, list: [], kind: { kind: 'x' } },
  ],
])('an unknown field %s is left out, and refused by the strict one', (_, came, read) => {
  expect(reading(Message).parse(came)).toEqual(read);
  expect(Message.safeParse(came).success).toBe(false);
  expect(unread(came, reading(Message).parse(came))).toHaveLength(1);
});

test('what fits to the letter is not cut down to something that fits as well', () => {
  const came = { inner: older, either: { a: 1, b: 2 } };
  expect(reading(Message).parse(came).either).toEqual({ a: 1, b: 2 });
});

test.each([
  ['a field that is missing', {}],
  ['a value that is none', { inner: { text: '' } }],
  ['more than a list may hold', { inner: older, list: [older, older, older] }],
  ['a kind that is not known', { inner: older, kind: { kind: 'z' } }],
])('%s is refused by the reader too', (_, came) => {
  expect(reading(Message).safeParse(came).success).toBe(false);
});

test('what an object was checked for beside its fields is still checked', () => {
  const Span = z.strictObject({ from: z.number(), to: z.number() }).refine(({ from, to }) => from <= to);
  expect(reading(Span).safeParse({ from: 1, to: 2, step: 1 }).data).toEqual({ from: 1, to: 2 });
  expect(reading(Span).safeParse({ from: 2, to: 1 }).success).toBe(false);
});

test('an object that lets everything through still does', () => {
  const Loose = z.looseObject({ inner: Inner });
  expect(reading(Loose).parse({ inner: newer, hint: 1 })).toEqual({ inner: older, hint: 1 });
});

test('what is read to the letter stays so inside of a message', () => {
  const Key = z.strictObject({ key: z.string() }).register(toTheLetter, { why: 'its id is the hash of all of it' });
  const Offer = z.strictObject({ key: Key.nullable() });
  expect(reading(Offer).parse({ key: { key: 'k' }, hint: 1 })).toEqual({ key: { key: 'k' } });
  expect(reading(Offer).safeParse({ key: { key: 'k', algorithm: 'other' } }).success).toBe(false);
});

test('of a list that may hold more kinds one day the known ones are read, and the list is said to be shorter', () => {
  const List = z.array(State).register(readAsFarAsItGoes, { why: 'shown, and marked' }).default([]);
  const Shown = z.strictObject({ states: List });
  const came = { states: ['open', 'frozen'] };
  const read = reading(Shown).parse(came);
  expect(read).toEqual({ states: ['open'] });
  expect(unread(came, read)).toEqual(['states']);
  expect(Shown.safeParse(came).success).toBe(false);
});

test('a word that came into use later is some other one; what is no word is refused', () => {
  expect(['open', 'frozen'].map((word) => orOther(State).parse(word))).toEqual(['open', 'other']);
  expect(orOther(State).safeParse(7).success).toBe(false);
});

test('what was not read is named by its place, never by its value', () => {
  const came = { inner: older, list: [older, { ...newer, more: { name: '林秀英' } }] };
  expect(unread(came, reading(Message).parse(came))).toEqual(['list.1.proof', 'list.1.more']);
  const inherited = JSON.parse('{ "text": "as before", "constructor": 1, "__proto__": { "toString": 2 } }');
  expect(unread(inherited, reading(Inner).parse(inherited))).toEqual(['constructor', '__proto__']);
  expect(unread({ inner: older }, reading(Message).parse({ inner: older }))).toEqual([]);
});
