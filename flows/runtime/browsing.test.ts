/** Browsing the catalogue: shelves by topic, life event, office and package, and every way back. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { PackageId, ServiceId } from '#contract/ids.ts';
import type { ScreenBody } from '#contract/screen.ts';
import type { ShelfBy } from '#contract/screen/intent.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
});

const BIRTH = ServiceId.parse('birth-registration');

function seen<K extends ScreenBody['kind']>(kind: K): Extract<ScreenBody, { kind: K }> {
  const { body } = kiosk.view();
  expect(body.kind).toBe(kind);
  return body as Extract<ScreenBody, { kind: K }>;
}
const opens = (by: ShelfBy, id: string | null) => kiosk.intend({ kind: 'openShelf', by, id });
const goesBack = () => kiosk.intend({ kind: 'back' });

test('the first page has what others choose, and a tile for each topic on which something stands', () => {
  const { popular, ways, tiles } = seen('catalogue');
  expect(popular.cards.map(({ service }) => service)).toEqual(content.catalogue.popular);
  expect(ways.buttons.map(({ button }) => button.label)).toEqual([
    '按事情分',
    '按人生大事分',
    '按部门分',
    '几件事一起办',
  ]);
  expect(ways.buttons.filter(({ chosen }) => chosen)).toHaveLength(1);
  expect(tiles.map(({ label }) => label)).toContain('孩子出生');
  // No marriage among these few services.
  expect(tiles.map(({ label }) => label)).not.toContain('结婚');
});

test.for<readonly [by: ShelfBy, tile: string]>([
  ['topic', '孩子出生'],
  ['lifeEvent', '孩子出生'],
  ['office', '望舒区户政服务科'],
])('by %s a service is two touches away, and back leads the same way', async ([by, tile]) => {
  await opens(by, null);
  const { tiles } = seen('catalogue');
  const chosen = tiles.find(({ label }) => label === tile);
  if (chosen === undefined) throw new Error(`no ${tile} among ${tiles.map(({ label }) => label).join()}`);
  await kiosk.intend(chosen.intent);
  const { cards } = seen('shelf');
  expect(chosen.note).toBe(`${cards.length}项`);
  expect(cards.map(({ service }) => service)).toContain(BIRTH);
  await kiosk.intend({ kind: 'openService', service: BIRTH });
  seen('service');
  await goesBack();
  expect(seen('shelf').cards).toEqual(cards);
  await goesBack();
  expect(seen('catalogue').tiles).toEqual(tiles);
  expect(kiosk.view().back).toBeNull();
});

test('a package is found among the packages, and on the shelf of what belongs to it', async () => {
  await opens('package', null);
  expect(seen('catalogue').tiles).toEqual([
    { label: '出生一件事', note: '4项', intent: { kind: 'openPackage', package: 'birth-package' } },
  ]);
  await opens('topic', 'newborns');
  expect(seen('shelf').packages.map(({ title }) => title)).toEqual(['出生一件事']);
  await kiosk.intend({ kind: 'openPackage', package: PackageId.parse('birth-package') });
  seen('package');
  await goesBack();
  seen('shelf');
});

test('after a power cut the same shelf is open, and back still leads to it', async () => {
  await opens('lifeEvent', 'having-a-child');
  kiosk = await kiosk.crash();
  expect(kiosk.view().title).toBe('孩子出生');
  await kiosk.intend({ kind: 'openService', service: BIRTH });
  kiosk = await kiosk.crash();
  await goesBack();
  expect(seen('shelf').cards.map(({ service }) => service)).toContain(BIRTH);
});

test('what is no shelf, or an empty one, opens nothing', async () => {
  const before = kiosk.view().revision;
  await opens('topic', 'marriage');
  await opens('office', 'no-such-office');
  await opens('package', 'birth-package');
  expect(kiosk.view().revision).toBe(before);
});

test('search leads back to the first page, and the next citizen finds it as the first one did', async () => {
  await opens('office', 'household-office');
  await kiosk.intend({ kind: 'openSearch' });
  await goesBack();
  seen('catalogue');
  await kiosk.intend({ kind: 'leave' });
  await kiosk.pass(8_000);
  await kiosk.intend({ kind: 'begin' });
  expect(seen('catalogue').ways.buttons[0]?.chosen).toBe(true);
});

test('the ear hears what others choose and every tile; on a shelf, every card', async () => {
  for (const { label } of seen('catalogue').tiles) expect(kiosk.view().spoken).toContain(label);
  await opens('topic', 'newborns');
  for (const { title } of seen('shelf').cards) expect(kiosk.view().spoken).toContain(title);
});
