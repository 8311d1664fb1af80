/** Which page gets which view: the one that runs, or the next one alone. */
import { expect, test } from 'vitest';
import { outOfServiceView } from './out-of-service-view.ts';
import { ViewFeed } from './view-feed.ts';

const view = (revision: number) => outOfServiceView(revision, 'store.full', 'store.full');

test('a page that is being replaced gets no view that is for the next one; the next one asks for it', async () => {
  const pushed: number[] = [];
  const feed = new ViewFeed(({ revision }) => pushed.push(revision));
  feed.publish(view(1));
  feed.keep(view(2));
  expect(pushed).toEqual([1]);
  expect((await feed.current()).revision).toBe(2);
  expect(feed.nextRevision()).toBe(3);
  // It could not be replaced.
  feed.repeat();
  expect(pushed).toEqual([1, 2]);
});

test('a page that asks before there is a view has the first one, whomever that is for', async () => {
  const feed = new ViewFeed(() => undefined);
  const first = feed.current();
  feed.keep(view(7));
  expect((await first).revision).toBe(7);
});
