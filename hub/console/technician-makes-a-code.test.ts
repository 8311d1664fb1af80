/** The page of kiosks in a real browser: a code that is really good, the kiosk that used it, and revoking it. */
import { AxeBuilder } from '@axe-core/playwright';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EnrolReply } from '#contract/hub-enrolment.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { postJson } from '#fixtures/hub/test-device.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let built: string;
let browser: Browser;
let hall: TestHub;
let page: Page;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'yeban-console-'));
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: join(built, 'console') } });
  browser = await chromium.launch({ executablePath: await chromiumEngine(), args: ['--no-sandbox'] });
  hall = await openTestHub(join(built, 'console'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
  await rm(built, { recursive: true, force: true });
});

async function everyoneCanUseIt(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('a code is made and shown large; the kiosk that uses it appears; revoked, it says so', async () => {
  await page.goto(hall.hub.url);
  await page.getByRole('link', { name: '自助机' }).click();
  await page.getByText('还没有登记过的自助机').waitFor();
  await page.getByLabel('站点').fill('Micro Centre');
  await page.getByRole('button', { name: '生成登记码' }).click();
  await page.getByText('站点由小写字母').waitFor();
  await page.getByLabel('站点').fill('micro-centre-1');
  await page.getByRole('button', { name: '生成登记码' }).click();
  const code = await page.locator('.code').innerText();
  await everyoneCanUseIt();

  const { publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  const kiosk = randomUUID();
  const request = { code, kiosk, station: 'micro-centre-1', publicKey: key };
  EnrolReply.parse(await postJson(`${hall.hub.url}/v1/enrol`, request));
  await page.getByText(kiosk.slice(0, 8)).waitFor();
  await page.getByText('已登记').waitFor();

  await page.getByRole('button', { name: '注销' }).click();
  await everyoneCanUseIt();
  await page.getByRole('button', { name: /确认注销/ }).click();
  await page.getByText(/已于 .* 注销/).waitFor();
  expect(await page.getByRole('button', { name: '注销' }).count()).toBe(0);
});

test('the page has an address of its own, and speaks English', async () => {
  await page.goto(`${hall.hub.url}/kiosks`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kiosks' }).waitFor();
  await page.getByText(/Revoked /).waitFor();
  expect(await page.title()).toMatch(/^Kiosks · /);
});
