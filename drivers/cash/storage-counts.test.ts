/** Storage counts: each item once, by its value, however often and whenever its place is told. */
import { expect, test } from 'vitest';
import { openStorageBook } from './storage-counts.ts';

test('what is told again counts once, and what was in doubt where it was found', () => {
  const book = openStorageBook();
  book.seen('a', 10_000);
  book.seen('b', 500);
  book.rests({ mark: 'a', place: 'inDoubt', valueFen: null });
  book.rests({ mark: 'a', place: 'stored', valueFen: null });
  book.rests({ mark: 'a', place: 'stored', valueFen: 10_000 });
  book.rests({ mark: 'b', place: 'returned', valueFen: null });
  book.rests({ mark: 'c', place: 'stored', valueFen: 500 });
  book.rests({ mark: 'life:before', place: 'stored', valueFen: null });
  book.rejected();
  expect(book.read()).toEqual({
    deposited: [
      { valueFen: 500, count: 1 },
      { valueFen: 10_000, count: 1 },
    ],
    returned: [{ valueFen: 500, count: 1 }],
    unrecognized: 1,
    rejected: 1,
  });
});

test('thousands of items are counted without being remembered', () => {
  const book = openStorageBook();
  for (let item = 0; item < 5_000; item += 1)
    book.rests({ mark: `life:${item}`, place: 'stored', valueFen: item % 2 ? 100 : 1_000 });
  expect(book.read().deposited).toEqual([
    { valueFen: 100, count: 2_500 },
    { valueFen: 1_000, count: 2_500 },
  ]);
});
