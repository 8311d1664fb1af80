/** The case desk in a real browser: a case arrives, is found, is read; by keyboard, in both languages, by everyone. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { caseNumber, givenRating, reportedReceipt, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox, type SealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let built: string;
let browser: Browser;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'yeban-console-'));
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  const outDir = join(built, 'console');
  await build({ configFile, logLevel: 'error', build: { outDir } });
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

async function submit(sequence: number): Promise<void> {
  await hall.send(kiosk, await kiosk.add(submittedCase(sequence)));
}

async function everyoneCanUseIt(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('an empty desk says what to do; then a case appears by itself', async () => {
  await page.goto(hall.hub.url);
  await page.getByRole('heading', { name: '还没有办件' }).waitFor();
  await everyoneCanUseIt();
  await submit(1);
  const row = page.getByRole('row', { name: caseNumber(1) });
  await row.waitFor();
  expect(await row.innerText()).toContain('林*英');
  expect(await row.innerText()).toContain('2026-11-27');
  expect(await page.getByRole('status').allInnerTexts()).toContain('收到 1 件新办件');
  await everyoneCanUseIt();
});

test('by keyboard alone: find a case, open it, show the number, come back', async () => {
  await submit(1);
  await submit(2);
  await page.goto(hall.hub.url);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type(caseNumber(2).slice(-6));
  await page.waitForURL(/search=/);
  await page.getByText('共 1 件').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${hall.hub.url}/cases/${caseNumber(2)}`);
  await page.getByText('990***********0025').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('990199195503080025');
  await everyoneCanUseIt();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('990199195503080025').waitFor();
  await page.goBack();
  await page.getByText('共 1 件').waitFor();
});

test('a case’s own address shows it, and what comes later is added by itself', async () => {
  await submit(1);
  await page.goto(`${hall.hub.url}/cases/${caseNumber(1)}`);
  await page.getByText('尚无消息').waitFor();
  await hall.send(kiosk, await kiosk.add(reportedReceipt(1, 'failed')), await kiosk.add(givenRating(1, 4)));
  await page.getByText('没有打印', { exact: true }).waitFor();
  await page.getByText('满意', { exact: false }).first().waitFor();
  expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(4);
});

test('in English every word is English', async () => {
  await submit(1);
  await page.goto(`${hall.hub.url}/cases/${caseNumber(1)}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Senior citizen card' }).waitFor();
  await everyoneCanUseIt();
  const labels = await page.locator('dt, h1, h2, button, .state, .receipt, .hint, .timeline').allInnerTexts();
  expect(labels.filter((text) => text !== '中文' && /\p{Script=Han}/u.test(text))).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Applicant' }).waitFor();
});

test('the line to the hub breaks: the desk says so and keeps what it had', async () => {
  await submit(1);
  await page.goto(hall.hub.url);
  await page.getByRole('row', { name: caseNumber(1) }).waitFor();
  await page.route('**/v1/**', (route) => route.abort());
  await page.getByRole('alert').getByText('连接已断开').waitFor();
  expect(await page.getByRole('row', { name: caseNumber(1) }).isVisible()).toBe(true);
  await everyoneCanUseIt();
  await page.unroute('**/v1/**');
  await submit(2);
  await page.getByRole('row', { name: caseNumber(2) }).waitFor();
  expect(await page.getByRole('alert').innerText()).toBe('');
});

test('a wrong and an unknown number are told apart', async () => {
  await page.goto(`${hall.hub.url}/cases/micro-centre-1-20261120-0001-X`);
  await page.getByRole('heading', { name: '这不是办件编号' }).waitFor();
  await page.goto(`${hall.hub.url}/cases/${caseNumber(1)}`);
  await page.getByRole('heading', { name: '没有这个编号的办件' }).waitFor();
  await submit(1);
  await page.getByRole('heading', { name: '老年人优待证申领' }).waitFor();
});

test('rows laid aside are shown to whoever sits at the desk', async () => {
  await hall.send(kiosk, { ...(await kiosk.add(submittedCase(1))), createdAt: 5 });
  await page.goto(hall.hub.url);
  await page.getByText('已隔离保存').waitFor();
  await everyoneCanUseIt();
});
