/** One page goes and another comes: what happens when that fails, or never ends. */
import { expect, test } from 'vitest';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import { outOfServiceView } from './out-of-service-view.ts';
import { pageReplacer } from './replace-page.ts';
import { ViewFeed } from './view-feed.ts';

const view = (revision: number) => outOfServiceView(revision, 'store.full', 'store.full');

function replacing() {
  const clock = makeHandClock();
  const pushed: number[] = [];
  const logged: string[] = [];
  const reloads: PromiseWithResolvers<void>[] = [];
  const feed = new ViewFeed(({ revision }) => pushed.push(revision));
  const reload = () => {
    reloads.push(Promise.withResolvers<void>());
    return reloads.at(-1)?.promise ?? Promise.reject(new Error('no reload'));
  };
  const pages = pageReplacer({
    ...{ feed, clock },
    shell: Promise.resolve({ reload }),
    log: (event) => logged.push(event),
  });
  return { clock, feed, pages, pushed, logged, reloads };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

test('the old page gets nothing; the new one gets what has come meanwhile', async () => {
  const { feed, pages, pushed, logged, reloads } = replacing();
  const replaced = pages.replaceFor(view(1));
  await turns();
  feed.publish(view(2));
  expect(pushed).toEqual([]);
  reloads[0]?.resolve();
  await replaced;
  expect([pushed, logged]).toEqual([[2], []]);
});

test('a page that can not be replaced has the view all the same', async () => {
  const { pages, pushed, logged, reloads } = replacing();
  const replaced = pages.replaceFor(view(1));
  await turns();
  reloads[0]?.reject(new Error('stuck'));
  await replaced;
  expect([pushed, logged]).toEqual([[1], ['renderer.notReplaced']]);
});

test('a shell that never ends: after a while the page has the view; what ends later changes nothing', async () => {
  const { clock, pages, pushed, logged, reloads } = replacing();
  void pages.replaceFor(view(1));
  await turns();
  for (const timer of [...clock.timers]) timer.fire();
  expect([pushed, logged]).toEqual([[1], ['renderer.notReplaced']]);
  reloads[0]?.resolve();
  await turns();
  expect(pushed).toEqual([1]);
});

test('two in a row: the first end lets nothing through; after the end of the kiosk nothing is pushed', async () => {
  const { clock, pages, pushed, reloads } = replacing();
  void pages.replaceFor(view(1));
  void pages.replaceFor(view(2));
  await turns();
  reloads[0]?.resolve();
  await turns();
  expect(pushed).toEqual([]);
  pages.stop();
  reloads[1]?.resolve();
  await turns();
  expect(pushed).toEqual([]);
  expect(clock.timers.size).toBe(0);
});
