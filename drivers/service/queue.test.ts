/** Commands wait for each other, but nobody waits longer than he wants to. */
import { expect, test } from 'vitest';
import { openQueue } from './queue.ts';

const never = new AbortController().signal;
const notGivenUp = (): never => {
  throw new Error('nobody gave up');
};

test('the second begins when the first is done, also when that failed', async () => {
  const queue = openQueue();
  const done: string[] = [];
  const first = Promise.withResolvers<string>();
  const both = [
    queue(() => first.promise, never, notGivenUp).catch(() => done.push('first failed')),
    queue(() => Promise.resolve(done.push('second')), never, notGivenUp),
  ];
  await Promise.resolve();
  expect(done).toEqual([]);
  first.reject(new Error('a programming error'));
  await Promise.all(both);
  expect(done.toSorted()).toEqual(['first failed', 'second']);
});

test('who gives up in the line is answered at once and never begins', async () => {
  const queue = openQueue();
  const first = Promise.withResolvers<string>();
  const running = queue(() => first.promise, never, notGivenUp);
  const patience = new AbortController();
  let begun = false;
  const waiting = queue(
    () => Promise.resolve(String((begun = true))),
    patience.signal,
    () => 'given up',
  );
  patience.abort();
  expect(await waiting).toBe('given up');
  first.resolve('done');
  await running;
  expect(await queue(() => Promise.resolve('third'), never, notGivenUp)).toBe('third');
  expect(begun).toBe(false);
});
