/** The list of broken promises in a real browser: entered from a case and by number, lifted, in both languages, by everyone. */
import { expect, test } from 'vitest';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { caseNumber, SIGNED_PROMISE, submittedCase } from '#fixtures/hub/invented-case.ts';

const desk = openConsoleForEachTest();
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
const entries = () => desk.hall.database.selectFrom('broken_promise').selectAll().execute();

async function submitPromised(sequence: number): Promise<void> {
  const changes = { promises: [SIGNED_PROMISE] };
  await desk.hall.send(desk.kiosk, await desk.kiosk.add(submittedCase(sequence, changes)));
}

test('from the case: the reason is asked for, and the case says that its promise was broken', async () => {
  await submitPromised(1);
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  await button('列入名单……').click();
  await desk.page.getByRole('dialog', { name: '列入失信名单' }).waitFor();
  await button('列入').click();
  await desk.page.getByText('请写明原因。').waitFor();
  await desk.everyoneCanUseIt();
  expect(await entries()).toEqual([]);
  await desk.page.getByLabel('原因', { exact: true }).fill('承诺的租住事实经核查不实');
  await desk.page.getByLabel('仅此事项').check();
  await desk.page.getByLabel('最后一天').fill('2027-11-19');
  await button('列入').click();
  await desk.page.getByText('申请人在失信名单中').waitFor();
  expect(await entries()).toMatchObject([{ bars: 'service', until_day: '2027-11-19', who: 'desk' }]);
  await desk.everyoneCanUseIt();
  await desk.page.getByRole('link', { name: '查看名单' }).click();
  await desk.page.getByRole('row').getByText('林*英').waitFor();
  await desk.photograph('promises');
});

test('by number: a wrong one and a case without a promise are told, a right one is entered; lifted with a reason it stays readable', async () => {
  await submitPromised(1);
  await desk.submit(3);
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByRole('link', { name: '失信名单' }).click();
  await desk.page.getByText('名单是空的。').waitFor();
  await desk.everyoneCanUseIt();
  await button('列入名单……').click();
  await desk.page.getByLabel('办件编号').fill(caseNumber(2));
  await desk.page.getByLabel('原因', { exact: true }).fill('承诺不实');
  await desk.photograph('promise-dialog');
  await button('列入').click();
  await desk.page.getByRole('alert').getByText('没有这个编号的办件').waitFor();
  await desk.page.getByLabel('办件编号').fill(caseNumber(3));
  await button('列入').click();
  await desk.page.getByRole('alert').getByText('没有签过承诺').waitFor();
  await desk.page.getByLabel('办件编号').fill(` ${caseNumber(1)} `);
  await button('列入').click();
  await desk.page.getByRole('row').getByText('在列').waitFor();
  await desk.everyoneCanUseIt();
  await button('列入名单……').click();
  await desk.page.getByRole('dialog', { name: '列入失信名单' }).waitFor();
  const fields = await desk.page.getByRole('dialog').getByRole('textbox').all();
  expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual(['', '', '']);
  await desk.page.keyboard.press('Escape');

  await button('移出……').click();
  await desk.page.getByRole('dialog', { name: '移出失信名单' }).waitFor();
  await desk.page.getByLabel('移出原因').fill('复核后证实属实');
  await button('移出').click();
  await desk.page.getByRole('row').getByText('移出（办件窗口）').waitFor();
  expect(await button('移出……').count()).toBe(0);
  await desk.everyoneCanUseIt();
});

test('a case without a signature holds no promise, and the desk is not asked about one', async () => {
  await desk.submit(1);
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
  await desk.page.getByRole('heading', { name: '办理' }).waitFor();
  expect(await button('列入名单……').count()).toBe(0);
});

test('in English every word is English', async () => {
  await submitPromised(1);
  await desk.page.goto(`${desk.hall.hub.url}/promises`);
  await button('English').click();
  await button('Enter …').click();
  await desk.page.getByLabel('Case number').fill(caseNumber(1));
  await desk.page.getByLabel('Reason').fill('Found untrue.');
  await button('Enter').click();
  await desk.page.getByRole('row').getByText('Listed').waitFor();
  await button('Lift …').click();
  await desk.page.getByRole('dialog', { name: 'Lift an entry' }).waitFor();
  // The applicant's own name stays as it is.
  const said = (await desk.page.locator('main').innerText()).replaceAll('林*英', '');
  expect(said).not.toMatch(/\p{Script=Han}/u);
});
