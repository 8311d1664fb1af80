/** What a technician tries by hand has a name in both languages, and no name is left of what nobody tries. */
import { expect, test } from 'vitest';
import { EXTERNAL_TESTS, TEST_NAMES } from './self-tests.table.ts';

test('every test by hand has its name, and every name its test', () => {
  const commands = Object.values(EXTERNAL_TESTS).flatMap((tests) => tests.map(({ command }) => command));
  expect(Object.keys(TEST_NAMES).toSorted()).toEqual([...new Set(commands)].toSorted());
});
