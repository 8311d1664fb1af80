/** 有人陪我办: each page speaks to whoever reads along, and the case says that somebody did. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { walkToTheReview } from '../testing/visits.ts';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
});

function assisted(): unknown {
  const [record] = kiosk.journal.records.map(({ body }) => body);
  return record?.kind === 'case.submitted' ? record.assisted : record;
}

test('it is switched on in the help, stands on every page, and is in the case', async () => {
  await walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'help', open: true });
  expect(kiosk.view().help.others).toContainEqual({ label: '有人陪我办', intent: { kind: 'beside', on: true } });
  await kiosk.intend({ kind: 'beside', on: true });
  const { marks, help, body } = kiosk.view();
  expect(help.open).toBe(false);
  expect(marks).toEqual([{ kind: 'beside', text: '陪办的人请注意：请让本人自己看屏幕、自己按。' }]);
  const reveals =
    body.kind === 'review' ? body.groups.flatMap(({ rows }) => rows.map(({ reveal }) => reveal?.show)) : [];
  expect(reveals).toContain('本人同意，显示');
  kiosk = await kiosk.crash();
  await kiosk.intend({ kind: 'submit' });
  expect(assisted()).toBe(true);
});

test('switched off again, the case still says that somebody was there', async () => {
  await walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'beside', on: true });
  await kiosk.intend({ kind: 'beside', on: false });
  expect(kiosk.view().marks).toEqual([]);
  await kiosk.intend({ kind: 'submit' });
  expect(assisted()).toBe(true);
});

test('whoever is alone is alone, and the next citizen too', async () => {
  await walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'submit' });
  expect(assisted()).toBe(false);
  const other = await testKiosk(content);
  await other.intend({ kind: 'begin' });
  await other.intend({ kind: 'beside', on: true });
  await other.intend({ kind: 'leave' });
  await other.intend({ kind: 'next' });
  await other.intend({ kind: 'begin' });
  expect(other.view()).toMatchObject({ body: { kind: 'catalogue' }, marks: [] });
});
