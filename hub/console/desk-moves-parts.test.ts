/** Several offices at one case, and papers that come later, in a real browser: by keyboard, in both languages, by everyone. */
import { expect, test } from 'vitest';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { TWO_OWED, WATER_AND_GAS } from '#fixtures/hub/invented-parts.ts';

const desk = openConsoleForEachTest();
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });

async function open(changes: Parameters<typeof submittedCase>[1]): Promise<void> {
  await desk.hall.send(desk.kiosk, await desk.kiosk.add(submittedCase(1, changes)));
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(1)}`);
}

test('by keyboard alone each office’s part is decided, one refused with a reason, and the case follows', async () => {
  await open({ subCases: WATER_AND_GAS });
  await desk.page.getByText('望舒区燃气服务所').waitFor();
  expect(await button('办结').count()).toBe(0);
  await button('受理：用水报装').press('Enter');
  await desk.page.getByRole('status').getByText('这一项已受理。').waitFor();
  await desk.focusIsOn('各部门办理');
  await button('不通过……：用气报装').press('Enter');
  await desk.page.getByRole('dialog', { name: '“用气报装”不通过' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.focusIsOn('不通过……');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByLabel('不通过的原因').fill('缺少规划图，请补交。');
  await desk.everyoneCanUseIt();
  await button('不通过').press('Enter');
  await desk.page.getByRole('status').getByText('已记为未通过').waitFor();
  await desk.everyoneCanUseIt();
  await desk.photograph('case-in-parts');
  await button('办结：用水报装').press('Enter');
  await desk.page.locator('.case-head').getByText('已办结').waitFor();
  expect(await desk.page.locator('.timeline').innerText()).toContain('用气报装：未通过');
  expect(await desk.page.locator('.decide button:visible').count()).toBe(0);
});

test('a dialog that is closed with Escape and opened again in the same moment stays open', async () => {
  await open({ subCases: WATER_AND_GAS });
  await button('不通过……：用气报装').press('Enter');
  const dialog = desk.page.getByRole('dialog', { name: '“用气报装”不通过' });
  await dialog.waitFor();
  await desk.page.evaluate(async () => {
    const { activeElement } = document;
    document.querySelector<HTMLDialogElement>('dialog[open]')?.requestClose();
    await Promise.resolve(); // React says that it is closed; the browser's own event comes with a later task.
    if (activeElement !== document.activeElement) (document.activeElement as HTMLElement).click();
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  });
  await desk.page.getByLabel('不通过的原因').fill('缺少规划图，请补交。', { timeout: 5000 });
});

test('owed papers: the list says what is due soon and overdue; moved or brought, the desk decides, nothing else does', async () => {
  await open({ materials: TWO_OWED });
  await desk.page.clock.setFixedTime('2026-12-02T04:00:00Z');
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByText('1 份材料逾期未补，1 份材料快到期').waitFor();
  await desk.everyoneCanUseIt();
  await desk.page.getByRole('link', { name: '查看待补材料' }).click();
  await desk.page.reload();
  const rows = desk.page.getByRole('row');
  await rows.nth(2).waitFor();
  expect(await rows.nth(1).innerText()).toMatch(/^2026-11-30 已逾期\t规划图/);
  expect(await rows.nth(2).innerText()).toMatch(/^2026-12-04 快到期\t经营场所的租房合同/);
  await desk.everyoneCanUseIt();
  await desk.photograph('owed-papers');
  await rows.nth(1).getByRole('link').click();
  await desk.page.getByText('系统不会自动退回').waitFor();
  await desk.everyoneCanUseIt();
  await desk.photograph('case-with-owed-papers');
  await desk.page.getByLabel('补交期限改到').last().fill('2026-12-31');
  await button('改期：规划图').press('Enter');
  await desk.page.getByText('申请人最晚 2026-12-31 补交').waitFor();
  await button('已收到：经营场所的租房合同').press('Enter');
  await desk.focusIsOn('已补交');
  expect((await desk.hall.case(caseNumber(1))).owed.map(({ brought, dueDay }) => [brought, dueDay])).toEqual([
    [true, '2026-12-04'],
    [false, '2026-12-31'],
  ]);
  expect(await desk.page.locator('.timeline').innerText()).toContain('规划图：补交期限改到 2026-12-31');
});

test('in English every word is English', async () => {
  await open({ subCases: WATER_AND_GAS, materials: TWO_OWED });
  await button('English').click();
  await button('Refuse …: Gas').click();
  await desk.page.getByRole('dialog').getByLabel('Reason').fill('The plan is missing.');
  await button('Refuse').click();
  await desk.page.getByRole('status').getByText('The part is refused.').waitFor();
  const parts = await Promise.all(
    ['.decide', '.paper', '.timeline'].map((part) => desk.page.locator(part).allInnerTexts()),
  );
  await desk.page.getByRole('link', { name: 'Owed papers' }).click();
  await desk.page.getByRole('row').nth(2).waitFor();
  const page = await desk.page.locator('main').innerText();
  // The applicant's own name stays as it is.
  expect([...parts.flat(), page.replaceAll('林*英', '')].filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  await desk.everyoneCanUseIt();
});
