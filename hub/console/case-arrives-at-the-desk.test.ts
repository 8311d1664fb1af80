/** The case desk in a real browser: a case arrives, is found, is read; by keyboard, in both languages, by everyone. */
import { expect, test } from 'vitest';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { caseNumber, givenRating, reportedReceipt, submittedCase } from '#fixtures/hub/invented-case.ts';
import { ElementId } from '#contract/ids.ts';
import { SHAREHOLDERS, SHAREHOLDER_NUMBER } from '#fixtures/hub/invented-list.ts';

const desk = openConsoleForEachTest();
const NAME_SIGNED = ElementId.parse('applicantSignature');

test('an empty desk says what to do; then a case appears by itself', async () => {
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByRole('heading', { name: '还没有办件' }).waitFor();
  await desk.everyoneCanUseIt();
  await desk.submit(1);
  const row = desk.page.getByRole('row', { name: caseNumber(1) });
  await row.waitFor();
  expect(await row.innerText()).toContain('林*英');
  expect(await row.innerText()).toContain('2026-11-27');
  expect(await row.innerText()).toContain('月桥24小时政务服务厅');
  expect(await row.innerText()).toContain('2026-11-20 20:16');
  await desk.photograph('console-list-zh');
  expect(await desk.page.getByRole('status').allInnerTexts()).toContain('收到 1 件新办件');
  await desk.everyoneCanUseIt();
});

test('by keyboard alone: find a case, open it, show the number, come back', async () => {
  await desk.submit(1);
  await desk.submit(2);
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByRole('searchbox').focus();
  const search = caseNumber(2).slice(-6);
  await desk.page.keyboard.type(search);
  // Whoever types slowly is shown what fits the beginning, too: with each search the list is another one.
  await desk.page.waitForURL(({ searchParams }) => searchParams.get('search') === search);
  await desk.page.getByText('共 1 件').waitFor();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForURL(`${desk.hall.hub.url}/cases/${caseNumber(2)}`);
  await desk.page.getByText('9901**********0025').waitFor();
  expect(await desk.page.locator('body').innerText()).not.toContain('990199195503080025');
  await desk.everyoneCanUseIt();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('990199195503080025').waitFor();
  await desk.page.goBack();
  await desk.page.getByText('共 1 件').waitFor();
});

test('a case’s own address shows it, and what comes later is added by itself', async () => {
  await desk.submit(1);
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  await desk.page.getByText('尚无消息').waitFor();
  await desk.page.getByText('申请人尚未评价').waitFor();
  await desk.page.getByText('月桥24小时政务服务厅').waitFor();
  await desk.page.getByText('micro-centre-1', { exact: true }).waitFor();
  await desk.photograph('console-case-zh');
  await desk.hall.send(
    desk.kiosk,
    await desk.kiosk.add(reportedReceipt(1, 'failed')),
    await desk.kiosk.add(givenRating(1, 4)),
  );
  await desk.page.getByText('没有打印', { exact: true }).waitFor();
  await desk.page.getByText('满意', { exact: false }).first().waitFor();
  expect(await desk.page.getByRole('listitem').allInnerTexts()).toHaveLength(4);
});

test('what is owed is on the page of the case: each fee, where it is paid, and the sum', async () => {
  const seal = { fee: 'seal', label: { 'zh-CN': '加刻印章', en: 'Another seal' }, paid: 'atPickUp' as const };
  const post = { fee: 'post', label: { 'zh-CN': '邮寄费', en: 'Postage' }, paid: 'here' as const };
  const fees = [
    { ...seal, quantity: 3, totalFen: 18000 },
    { ...post, quantity: 1, totalFen: 2050 },
  ];
  const signed = { element: NAME_SIGNED, label: { 'zh-CN': '签名', en: 'Signature' }, source: 'drawn' as const };
  const shown = { 'zh-CN': '已手写签名', en: 'Signed by hand' };
  const answers = [{ ...signed, value: 'M100 100L400 400', shown }];
  await desk.hall.send(desk.kiosk, await desk.kiosk.add(submittedCase(1, { fees, answers })));
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  const owed = desk.page.locator('section', { has: desk.page.getByRole('heading', { name: '费用' }) });
  await owed.waitFor();
  expect((await owed.innerText()).split(/\s*\n\s*/)).toEqual([
    '费用',
    '加刻印章 × 3',
    '180元 领取时缴',
    '邮寄费',
    '20.50元 在自助机缴',
    '合计',
    '200.50元',
  ]);
  const given = desk.page.locator('section', { has: desk.page.getByRole('heading', { name: '填报内容' }) });
  expect((await given.innerText()).match(/手写/g)).toHaveLength(1);
  await desk.photograph('case-with-fees');
  await desk.everyoneCanUseIt();
});

test('in English every word is English', async () => {
  await desk.submit(1);
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  await desk.page.getByRole('button', { name: 'English' }).click();
  await desk.page.getByRole('heading', { name: 'Senior citizen card' }).waitFor();
  await desk.photograph('console-case-en');
  await desk.everyoneCanUseIt();
  const labels = await desk.page.locator('dt, h1, h2, button, .state, .receipt, .hint, .timeline').allInnerTexts();
  expect(labels.filter((text) => text !== '中文' && /\p{Script=Han}/u.test(text))).toEqual([]);
  await desk.page.reload();
  await desk.page.getByRole('heading', { name: 'Applicant' }).waitFor();
});

test('the line to the hub breaks: the desk says so and keeps what it had', async () => {
  await desk.submit(1);
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByRole('row', { name: caseNumber(1) }).waitFor();
  await desk.page.route('**/v1/**', (route) => route.abort());
  await desk.page.getByRole('alert').getByText('连接已断开').waitFor();
  expect(await desk.page.getByRole('row', { name: caseNumber(1) }).isVisible()).toBe(true);
  await desk.everyoneCanUseIt();
  await desk.page.unroute('**/v1/**');
  await desk.submit(2);
  await desk.page.getByRole('row', { name: caseNumber(2) }).waitFor();
  expect(await desk.page.getByRole('alert').innerText()).toBe('');
});

test('a wrong and an unknown number are told apart', async () => {
  await desk.page.goto(`${desk.hall.hub.url}/cases/micro-centre-1-20261120-0001-X`);
  await desk.page.getByRole('heading', { name: '这不是办件编号' }).waitFor();
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  await desk.page.getByRole('heading', { name: '没有这个编号的办件' }).waitFor();
  await desk.submit(1);
  await desk.page.getByRole('heading', { name: '老年人优待证申领' }).waitFor();
});

test('rows laid aside are shown to whoever sits at the desk', async () => {
  await desk.hall.send(desk.kiosk, { ...(await desk.kiosk.add(submittedCase(1))), createdAt: 5 });
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByText('已隔离保存').waitFor();
  await desk.everyoneCanUseIt();
});

test('an answer that is a list is a table: masked until asked, a list inside it below its row, copied as it stands', async () => {
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const changes = { answers: [...submittedCase(1).answers, SHAREHOLDERS] };
  await desk.hall.send(desk.kiosk, await desk.kiosk.add(submittedCase(1, changes)));
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  const list = desk.page.getByRole('region', { name: '股东' });
  await list.waitFor();
  expect(await list.getByRole('columnheader').allInnerTexts()).toEqual([
    '序号',
    '姓名',
    '身份证号码',
    '占的比例',
    '序号',
    '方式',
    '金额',
  ]);
  expect(await list.getByRole('row').allInnerTexts()).toContain('2\t=陈海涛\t—\t40%');
  expect(await list.innerText()).not.toContain(SHAREHOLDER_NUMBER);
  await desk.everyoneCanUseIt();
  await desk.photograph('case-with-a-list');
  const copy = desk.page.getByRole('button', { name: '复制表格' });
  const copied = async (): Promise<string[]> =>
    (await desk.page.evaluate(() => navigator.clipboard.readText())).split('\n');
  await copy.press('Enter');
  await desk.page.getByRole('status').getByText('已复制').waitFor();
  expect(await copied()).toEqual([
    '姓名\t身份证号码\t占的比例\t出资',
    '已手写\t9901**********0017\t60%\t方式：货币，金额：30000.00元；方式：房屋',
    "'=陈海涛\t\t40%\t",
  ]);
  await desk.page.getByRole('button', { name: '显示完整号码' }).last().press('Enter');
  await list.getByText(SHAREHOLDER_NUMBER).waitFor();
  await copy.press('Enter');
  // That something was copied is said already.
  await expect.poll(async () => (await copied())[1]).toContain(SHAREHOLDER_NUMBER);
  await desk.page.setViewportSize({ width: 480, height: 800 });
  expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
  await desk.everyoneCanUseIt();
  await desk.photograph('case-with-a-list-narrow');
});

test('a case of a kiosk newer than its hub is there, and says that it can’t be seen whole yet', async () => {
  const { hall, kiosk, page } = desk;
  const said = { ...submittedCase(1), proof: { code: 'of tomorrow' } };
  await hall.send(kiosk, await kiosk.addRaw(said.kind, new Uint8Array(Buffer.from(JSON.stringify(said)))));
  await page.goto(`${hall.hub.url}/cases/${caseNumber(1)}`);
  await page.getByText('需要更新系统后才能完整查看').waitFor();
  await page.getByText('到月桥社区服务站领取').waitFor();
  await desk.everyoneCanUseIt();
  await desk.photograph('console-case-not-whole-zh');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('To be seen whole only after an update').waitFor();
});
