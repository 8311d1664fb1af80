/** Which page gets which view: the one that runs, or the next one alone. */
import { expect, test } from 'vitest';
import { outOfServiceView } from './out-of-service-view.ts';
import { ViewFeed } from './view-feed.ts';

const view = (revision: number) => outOfServiceView(revision, 'store.full', 'store.full');

test('a page that is being replaced gets no view that is for the next one, nor any after it; the next one asks', async () => {
  const pushed: number[] = [];
  const feed = new ViewFeed(({ revision }) => pushed.push(revision));
  feed.publish(view(1));
  feed.hold(view(2));
  feed.publish(view(3));
  feed.repeat();
  expect(pushed).toEqual([1]);
  expect((await feed.current()).revision).toBe(3);
  expect(feed.nextRevision()).toBe(4);
  feed.letGo();
  feed.publish(view(4));
  expect(pushed).toEqual([1, 3, 4]);
});

test('a page that asks before there is a view has the first one, whomever that is for', async () => {
  const feed = new ViewFeed(() => undefined);
  const first = feed.current();
  feed.hold(view(7));
  expect((await first).revision).toBe(7);
});
