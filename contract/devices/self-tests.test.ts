/** What a technician tries by hand has a name in both languages, and no name is left of what nobody tries. */
import { expect, test } from 'vitest';
import { EXTERNAL_TESTS, TEST_NAMES } from './self-tests.table.ts';
import { testsByHand } from './tests-by-hand.ts';

test('every test by hand has its name, and every name its test', () => {
  const commands = Object.values(EXTERNAL_TESTS).flatMap((tests) => tests.map(({ command }) => command));
  expect(Object.keys(TEST_NAMES).toSorted()).toEqual([...new Set(commands)].toSorted());
});

const chipReader = (settings: Record<string, unknown>) =>
  testsByHand({ class: 'CardReader', model: 'chipcard-pcsc', settings }).map(({ command, payload }) => [
    command,
    payload,
  ]);
const recipe = (verified: boolean) => ({
  ...{ verified, source: 'the hall itself' },
  steps: [{ do: 'selectApplication', aid: 'A000000001' }],
});

test('a chip card is tried with a recipe that the reader would take, or not at all', () => {
  const recipes = { 'card-unsure': recipe(false), 'card-of-hall': recipe(true) };
  expect(chipReader({ recipes })).toEqual([['readChip', { recipe: 'card-of-hall' }]]);
  expect(chipReader({ recipes, allowUnverified: true })).toEqual([['readChip', { recipe: 'card-unsure' }]]);
  expect(chipReader({ allowUnverified: true })).toEqual([['readChip', { recipe: 'social-security' }]]);
  expect(chipReader({})).toEqual([]);
});
