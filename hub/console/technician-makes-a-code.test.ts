/** The page of kiosks in a real browser: a code that is really good, the kiosk that used it, and revoking it. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { EnrolReply } from '#contract/hub-enrolment.ts';
import { KioskId } from '#contract/ids.ts';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { enrolDevice, postJson } from '#fixtures/hub/test-device.ts';
import { postSigned } from '#fixtures/hub/test-hub.ts';

const desk = openConsoleForEachTest();

test('a code is made and shown large; the kiosk that uses it appears; revoked, it says so', async () => {
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByRole('link', { name: '自助机' }).click();
  await desk.page.getByText('还没有登记过的自助机').waitFor();
  await desk.page.getByLabel('站点').fill('Micro Centre');
  await desk.page.getByRole('button', { name: '生成登记码' }).click();
  await desk.page.getByText('站点由小写字母').waitFor();
  await desk.page.getByLabel('站点').fill('micro-centre-1');
  await desk.page.getByRole('button', { name: '生成登记码' }).click();
  const code = await desk.page.locator('.code').innerText();
  await desk.everyoneCanUseIt();

  const { publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  const kiosk = randomUUID();
  const request = { code, kiosk, station: 'micro-centre-1', publicKey: key };
  EnrolReply.parse(await postJson(`${desk.hall.hub.url}/v1/enrol`, request));
  await desk.page.getByText(kiosk.slice(0, 8)).waitFor();
  await desk.page.getByText('已登记').waitFor();

  await desk.page.getByRole('button', { name: '注销' }).click();
  await desk.everyoneCanUseIt();
  await desk.page.getByRole('button', { name: /确认注销/ }).click();
  await desk.page.getByText(/已于 .* 注销/).waitFor();
  expect(await desk.page.getByRole('button', { name: '注销' }).count()).toBe(0);
});

test('the page has an address of its own, and speaks English', async () => {
  await enrolDevice(desk.hall.hub.url, KioskId.parse(randomUUID()));
  await desk.page.goto(`${desk.hall.hub.url}/kiosks`);
  await desk.page.getByRole('button', { name: 'English' }).click();
  await desk.page.getByRole('heading', { level: 1, name: 'Kiosks' }).waitFor();
  await desk.page.getByText('Enrolled').first().waitFor();
  expect(await desk.page.title()).toMatch(/^Kiosks · /);
});

test('a kiosk says which release it runs and why not the new one; a copied disk is named, with what to do', async () => {
  const { hall, page, kiosk } = desk;
  const copy = sealedOutbox(hall.hub.sealingKey, kiosk.kiosk, kiosk.epoch);
  await desk.submit(1);
  await hall.send(copy, await copy.add(submittedCase(2)));
  const report = JSON.stringify({ release: 7, refused: 'wrongStation' });
  expect((await postSigned(hall.hub.url, kiosk.kiosk, `/v1/kiosks/${kiosk.kiosk}/report`, report)).status).toBe(204);
  await page.goto(`${hall.hub.url}/kiosks`);
  const row = page.getByRole('row').filter({ hasText: kiosk.kiosk.slice(0, 8) });
  await row.getByRole('cell', { name: /^7 / }).waitFor();
  for (const words of [
    '没有这个站点',
    'wrongStation',
    '在 stations 下补上该站点',
    '磁盘被复制或回滚',
    '1 条记录被隔离',
  ])
    await row.getByText(words).first().waitFor();
  await desk.everyoneCanUseIt();
  await desk.photograph('console-kiosks-zh');
  await page.getByRole('button', { name: 'English' }).click();
  for (const words of [
    'no such station',
    'Add its file below stations.',
    'disk copied or rolled back',
    '1 row laid aside',
  ])
    await row.getByText(words).waitFor();
  await desk.photograph('console-kiosks-en');
});
