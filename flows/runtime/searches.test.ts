/** A citizen types what they need: services as they are typed, back to them from a page, and nothing of it afterwards. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { STATION, testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
});

function search() {
  const { body } = kiosk.view();
  if (body.kind !== 'search') throw new Error(`the screen is ${body.kind}`);
  const around = body.around?.tiles ?? [];
  return { query: body.query, advice: body.advice, hits: body.hits.map(({ card }) => card.title), around };
}

async function types(text: string): Promise<void> {
  await kiosk.intend({ kind: 'openSearch' });
  await kiosk.intend({ kind: 'search', text });
}

test('before anything is typed, the page says how', async () => {
  await kiosk.intend({ kind: 'openSearch' });
  expect(search()).toMatchObject({ query: '', hits: [], advice: { headline: '用下面的字母告诉我们' } });
});

test('what is typed letter by letter brings up services, also a package, in the citizen’s language', async () => {
  await types('shang');
  await kiosk.intend({ kind: 'search', text: 'shanghukou' });
  expect(search().hits[0]).toBe('出生登记');
  await kiosk.intend({ kind: 'search', text: '出生一件事' });
  expect(search().hits[0]).toBe(content.packages.values().next().value?.title['zh-CN']);
  await kiosk.intend({ kind: 'language', language: 'en' });
  await kiosk.intend({ kind: 'search', text: 'free bus' });
  expect(search().hits).toEqual(['Senior Citizen Card']);
});

test('where nothing is found, the page says what to do and whom to call', async () => {
  await types('huochepiao');
  const { hits, advice } = search();
  expect(hits).toEqual([]);
  expect(advice?.headline).toBe('没有找到');
  expect(advice?.lines.join()).toContain('0000-5550-1002');
});

test('where nothing is found, the shelves stand below; from one it goes back to all services', async () => {
  await types('huochepiao');
  const shelf = search().around.find(({ label }) => label === '老年人服务');
  if (shelf === undefined) throw new Error('the shelf is missing');
  await kiosk.intend(shelf.intent);
  expect(kiosk.view().body.kind).toBe('shelf');
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('catalogue');
});

test('what may as well be chance is offered as a question, a few of it and the shelves below', async () => {
  await types('我家的娃不听话');
  const { hits, advice, around } = search();
  expect(advice?.headline).toBe('没有找到完全对得上的');
  expect(hits).toHaveLength(3);
  expect(around.length).toBeGreaterThan(0);
  const { spoken } = kiosk.view();
  expect([...hits, ...around.map(({ label }) => label)].filter((said) => !spoken.includes(said))).toEqual([]);
});

test('what is found for sure needs no shelves', async () => {
  await types('老年卡');
  expect(search()).toMatchObject({ advice: null, around: [] });
});

test('where what was meant is done at other places only, what is left is offered as a question', async () => {
  const hall = content.stations.get(STATION);
  if (hall === undefined) throw new Error('no hall');
  const services = hall.services.filter((id) => id !== 'birth-registration');
  kiosk = await testKiosk({ ...content, stations: new Map([[STATION, { ...hall, services }]]) });
  await kiosk.intend({ kind: 'begin' });
  await types('出生登记');
  const { hits, advice, around } = search();
  expect(hits).not.toEqual([]);
  expect(hits).not.toContain('出生登记');
  expect(advice?.headline).toBe('没有找到完全对得上的');
  expect(around.length).toBeGreaterThan(0);
});

test('a hall that takes down what is missing offers that first where nothing is found', async () => {
  const unmet = ServiceId.parse('senior-card');
  kiosk = await testKiosk({ ...content, catalogue: { ...content.catalogue, unmet } });
  await kiosk.intend({ kind: 'begin' });
  await types('huochepiao');
  expect(search().around[0]).toEqual({
    label: '老年人优待证',
    note: '告诉我们',
    intent: { kind: 'openService', service: 'senior-card' },
  });
});

test('back from a service that was found leads to what was found, and from there to all services', async () => {
  await types('老年卡');
  await kiosk.intend({ kind: 'openService', service: ServiceId.parse('senior-card') });
  expect(kiosk.view().body.kind).toBe('service');
  await kiosk.intend({ kind: 'back' });
  expect(search()).toMatchObject({ query: '老年卡' });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('catalogue');
  await kiosk.intend({ kind: 'openService', service: ServiceId.parse('senior-card') });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('catalogue');
});

test('at goodbye the words are forgotten, and no log had them', async () => {
  await types('低保 我叫林晓英');
  await kiosk.intend({ kind: 'leave' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openSearch' });
  expect(search().query).toBe('');
  expect(kiosk.logged.join()).not.toContain('低保');
});
