/** The case desk in a real browser: accept, return with a reason, complete; by keyboard, in both languages, by everyone. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox, type SealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let built: string;
let browser: Browser;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'yeban-console-'));
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: join(built, 'console') } });
  browser = await chromium.launch({ executablePath: await chromiumEngine(), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await rm(built, { recursive: true, force: true });
});

let hall: TestHub;
let kiosk: SealedOutbox;
let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  hall = await openTestHub(join(built, 'console'));
  kiosk = sealedOutbox(hall.hub.sealingKey);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  await hall.close();
  expect(complaints).toEqual([]);
});

async function submit(...sequences: readonly number[]): Promise<void> {
  for (const sequence of sequences) await hall.send(kiosk, await kiosk.add(submittedCase(sequence)));
}

async function open(sequence: number): Promise<void> {
  await page.goto(`${hall.hub.url}/cases/${caseNumber(sequence)}`);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const stateOf = async (sequence: number): Promise<string> => (await hall.case(caseNumber(sequence))).row.state;

async function everyoneCanUseIt(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('accepted, then completed: each said, each in the time line, and nothing is left to press', async () => {
  await submit(1);
  await open(1);
  await button('受理').click();
  await page.getByRole('status').getByText('已受理。').waitFor();
  expect(await stateOf(1)).toBe('accepted');
  await everyoneCanUseIt();
  await button('办结').click();
  await page.getByRole('status').getByText('已办结。').waitFor();
  expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(4);
  expect(await page.locator('.decide button:visible').count()).toBe(0);
  await everyoneCanUseIt();
});

test('by keyboard alone: return a case, first without a reason', async () => {
  await submit(1);
  await open(1);
  await button('退回……').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '退回办件' }).waitFor();
  await everyoneCanUseIt();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('请写明退回原因。').waitFor();
  await everyoneCanUseIt();
  expect(await stateOf(1)).toBe('received');
  await page.keyboard.insertText('照片不清楚，请带近期照片补交。');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('已退回。').waitFor();
  expect((await hall.case(caseNumber(1))).row).toMatchObject({
    state: 'returned',
    reason: '照片不清楚，请带近期照片补交。',
  });
  expect(await page.locator(':focus').innerText()).toBe('办理');
  expect(await page.locator('.decide').innerText()).toContain('照片不清楚');
  expect(await page.locator('.timeline').innerText()).toContain('照片不清楚');
  await everyoneCanUseIt();
});

test('Escape leaves the dialog, keeps what was typed and gives the focus back', async () => {
  await submit(1);
  await open(1);
  await button('退回……').click();
  await page.getByLabel('退回原因').fill('缺少照片');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.locator(':focus').innerText()).toBe('退回……');
  expect(await stateOf(1)).toBe('received');
  await button('退回……').click();
  expect(await page.getByLabel('退回原因').inputValue()).toBe('缺少照片');
});

test('somebody else was quicker: the desk says so and shows what they did', async () => {
  await submit(1);
  await open(1);
  await button('退回……').click();
  await page.getByLabel('退回原因').fill('缺少照片');
  for (const kind of ['accept', 'complete'])
    await fetch(`${hall.hub.url}/v1/cases/${caseNumber(1)}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    });
  await button('退回').click();
  await page.getByRole('alert').getByText('刚刚被别人处理过').waitFor();
  await page.locator('.case-head').getByText('已办结').waitFor();
  expect(await stateOf(1)).toBe('completed');
});

test('the line breaks while the desk acts: what was typed stays, and pressing again does it once', async () => {
  await submit(1);
  await open(1);
  await button('退回……').click();
  await page.getByLabel('退回原因').fill('缺少照片');
  // The hub does it, and the answer gets lost.
  await page.route('**/actions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await button('退回').click();
  await page.getByRole('dialog').getByText('可能没有保存').waitFor();
  await everyoneCanUseIt();
  await page.unroute('**/actions');
  await button('退回').click();
  await page.getByRole('status').getByText('已退回。').waitFor();
  expect(await hall.database.selectFrom('case_event').select('number').execute()).toHaveLength(1);
});

test('the list shows one state at a time, by an address of its own, and follows what the desk does', async () => {
  await submit(1, 2);
  await page.goto(hall.hub.url);
  await page.getByText('共 2 件').waitFor();
  await page.getByRole('link', { name: '已受理' }).click();
  await page.getByRole('heading', { name: '没有“已受理”的办件' }).waitFor();
  await everyoneCanUseIt();
  await open(2);
  await button('受理').click();
  await page.getByRole('status').getByText('已受理。').waitFor();
  await page.goto(`${hall.hub.url}/?state=accepted`);
  await page.getByText('共 1 件').waitFor();
  expect(await page.getByRole('link', { name: '已受理' }).getAttribute('aria-current')).toBe('true');
  expect(await page.getByRole('row').nth(1).innerText()).toContain(caseNumber(2));
  await page.getByRole('searchbox').fill('林秀英');
  await page.waitForURL(/search=.*state=accepted/);
  await everyoneCanUseIt();
});

test('in English every word is English', async () => {
  await submit(1);
  await open(1);
  await button('English').click();
  await button('Return …').click();
  await page.getByRole('dialog', { name: 'Return this case' }).waitFor();
  const inDialog = await page.getByRole('dialog').innerText();
  await page.getByLabel('Reason').fill('The photo is missing.');
  await button('Return').click();
  await page.getByRole('status').getByText('Returned.').waitFor();
  const said = [inDialog, await page.locator('.decide').innerText(), await page.locator('.timeline').innerText()];
  expect(said.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  await page.goto(`${hall.hub.url}/?state=completed`);
  await page.getByRole('heading', { name: 'No case is completed' }).waitFor();
  await everyoneCanUseIt();
});
