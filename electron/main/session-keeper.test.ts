/** New content between two citizens: never under one, and a touch that comes meanwhile is not lost. */
import { expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { KioskContent } from './load-content.ts';
import { keepSession, type Runner } from './session-keeper.ts';

const contentOf = (release: number): KioskContent => ({ release }) as KioskContent;

function keep(empty: boolean) {
  const events: string[] = [];
  const keeper = keepSession(({ release }) => {
    const revision = release * 10;
    events.push(`runs ${release}`);
    const runner: Runner = {
      view: () => ({ revision }) as ScreenView,
      intend: async (seen) => {
        events.push(`${release} is touched at ${seen}`);
        return seen === revision;
      },
      takePage: async () => false,
      readPage: async () => null,
      cameraFailed: async () => undefined,
      stopWhenEmpty: async () => empty,
      stop: async () => undefined,
    };
    return Promise.resolve(runner);
  });
  return { keeper, events };
}

test('while a citizen is being served nothing is brought in', async () => {
  const { keeper, events } = keep(false);
  await keeper.begin(contentOf(1));
  expect(await keeper.replace(() => Promise.reject(new Error('never asked for')))).toBe('busy');
  expect(await keeper.intend(10, { kind: 'begin' })).toBe(true);
  expect(events).toEqual(['runs 1', '1 is touched at 10']);
});

test('a touch on the old invitation while the content changes begins a visit on the new content', async () => {
  const { keeper, events } = keep(true);
  await keeper.begin(contentOf(1));
  const bring = Promise.withResolvers<void>();
  const replaced = keeper.replace(() => bring.promise.then(() => ok(contentOf(2))));
  const touched = keeper.intend(10, { kind: 'begin' });
  bring.resolve();
  expect(await replaced).toEqual(ok(contentOf(2)));
  expect(await touched).toBe(true);
  expect(events).toEqual(['runs 1', 'runs 2', '2 is touched at 20']);
});

test('what turns out to be no use is not run: the old content goes on', async () => {
  const { keeper, events } = keep(true);
  await keeper.begin(contentOf(1));
  expect(await keeper.replace(() => Promise.resolve(fail('wrongHash')))).toEqual(fail('wrongHash'));
  expect(await keeper.intend(10, { kind: 'begin' })).toBe(true);
  expect(events).toEqual(['runs 1', 'runs 1', '1 is touched at 10']);
});
