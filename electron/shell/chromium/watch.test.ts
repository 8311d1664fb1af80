/** A page that stops answering is noticed; one that answers late is not disturbed. */
import { expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { watchPage } from './watch.ts';

function watched() {
  const clock = new HandClock();
  const questions: PromiseWithResolvers<void>[] = [];
  let hangs = 0;
  const stop = watchPage({
    clock,
    ask: () => {
      const question = Promise.withResolvers<void>();
      questions.push(question);
      return question.promise;
    },
    hung: () => {
      hangs += 1;
    },
  });
  return { clock, questions, stop, hangs: () => hangs };
}

/** Lets what was promised run. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test('a page that answers within ten seconds is asked again fifteen seconds later', async () => {
  const { clock, questions, hangs } = watched();
  clock.forward(15_000);
  clock.forward(9_999);
  questions[0]?.resolve();
  await settle();
  clock.forward(14_999);
  expect(questions).toHaveLength(1);
  clock.forward(1);
  expect([questions.length, hangs()]).toEqual([2, 0]);
});

test('a page that is silent for ten seconds hangs, and is said so once', async () => {
  const { clock, questions, hangs } = watched();
  clock.forward(25_000);
  expect(hangs()).toBe(1);
  questions[0]?.reject(new Error('the renderer was ended'));
  await settle();
  clock.forward(14_999);
  expect([questions.length, hangs()]).toEqual([1, 1]);
  clock.forward(1);
  expect(questions).toHaveLength(2);
});

test('a page that can not be asked, because it is being replaced, does not hang', async () => {
  const { clock, questions, hangs } = watched();
  clock.forward(15_000);
  questions[0]?.reject(new Error('detached'));
  await settle();
  clock.forward(14_999);
  expect(hangs()).toBe(0);
});

test('after the watch is stopped nothing more happens', async () => {
  const { clock, questions, stop, hangs } = watched();
  clock.forward(15_000);
  stop();
  clock.forward(60_000);
  questions[0]?.resolve();
  await settle();
  clock.forward(60_000);
  expect([questions.length, hangs()]).toEqual([1, 0]);
});
