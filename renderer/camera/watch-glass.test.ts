/** From the glass to a kept page: what can't be kept and a worker that fails are said, and never the end of all looking. */
import { expect, test } from 'vitest';
import { manualClock } from '#flows/testing/manual-clock.ts';
import { askWorker } from './ask-worker.ts';
import { widthOfWhole } from './straighten.ts';
import { watchGlass, type CaptureState, type GlassWatch } from './watch-glass.ts';
import type { FromWorker, Looked, Taken } from './worker-words.ts';

const PAGE: Taken = { kind: 'taken', jpeg: new ArrayBuffer(3), codes: [] };
const looked = (filled: number): Looked => ({ kind: 'looked', advice: 'ready', filled, fault: null, corners: null });
const AT_ONCE: GlassWatch['clock'] = {
  after: (_ms, then) => {
    queueMicrotask(then);
    return () => {};
  },
};

/** Lies still in every second look. */
function watched(over: Partial<GlassWatch>, takes: readonly Taken[]) {
  const said: CaptureState[] = [];
  const [looks, pictures] = [[0, 1].values(), takes.values()];
  const fault = watchGlass({
    eye: {
      isLive: () => true,
      look: async () => looked(looks.next().value ?? 1),
      take: async () => pictures.next().value ?? Promise.reject(new Error('one picture too many')),
    },
    clock: AT_ONCE,
    pressed: () => false,
    say: (state) => said.push(state),
    keep: async () => true,
    ended: new AbortController().signal,
    ...over,
  });
  return { fault, advice: () => said.map(({ advice }) => advice) };
}

test('a picture that is too large as JPEG is said, and the next one is taken', async () => {
  const { fault, advice } = watched({}, [{ ...PAGE, jpeg: null }, PAGE]);
  expect(await fault).toBeNull();
  expect(advice()).toEqual(['ready', 'ready', 'notKept', 'ready']);
});

test('a page that main did not keep is said, and the next one is kept', async () => {
  const answers = [false, true].values();
  const { fault, advice } = watched({ keep: async () => answers.next().value ?? false }, [PAGE, PAGE]);
  expect(await fault).toBeNull();
  expect(advice()).toContain('notKept');
});

test('nothing is kept for somebody who wants no picture any more', async () => {
  const ended = new AbortController();
  const kept: unknown[] = [];
  const taken = Promise.resolve(PAGE).finally(() => ended.abort());
  const eye = { isLive: () => true, look: async () => looked(1), take: () => taken };
  const { fault } = watched({ eye, ended: ended.signal, keep: async (page) => kept.push(page) > 0 }, []);
  expect([await fault, kept]).toEqual([null, []]);
});

test('without a sheet in it a picture is kept no larger than a page', () => {
  expect(widthOfWhole({ width: 3264, height: 2448 })).toBe(2339);
  expect(widthOfWhole({ width: 2448, height: 3264 })).toBe(1754);
  expect(widthOfWhole({ width: 1280, height: 720 })).toBe(1280);
});

class HandWorker extends EventTarget {
  ended = false;
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
  says(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const PICTURE = {} as ImageBitmap;

test.each<[string, (worker: HandWorker, pass: (ms: number) => void) => void]>([
  ['could not do it', (worker) => worker.says({ kind: 'failed' })],
  ['crashes', (worker) => worker.dispatchEvent(new Event('error'))],
  ['says what nobody can read', (worker) => worker.dispatchEvent(new Event('messageerror'))],
  ['is silent', (_worker, pass) => pass(5_000)],
])('a worker that %s is no hang', async (_what, happens) => {
  const [worker, clock] = [new HandWorker(), manualClock()];
  const look = askWorker(worker, clock).look(PICTURE, 0);
  happens(worker, clock.pass);
  await expect(look).rejects.toThrow(/worker|nothing within/);
});

test('after a question without an answer no late answer is taken for the next one', async () => {
  const [worker, clock] = [new HandWorker(), manualClock()];
  const asked = askWorker(worker, clock);
  const first = asked.look(PICTURE, 0);
  clock.pass(5_000);
  await expect(first).rejects.toThrow();
  const second = asked.look(PICTURE, 1);
  worker.says(looked(1));
  await expect(second).rejects.toThrow();
  expect(worker.ended).toBe(true);
});
