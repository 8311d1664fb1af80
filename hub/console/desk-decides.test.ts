/** The case desk in a real browser: accept, return with a reason, complete; by keyboard, in both languages, by everyone. */
import { expect, test } from 'vitest';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { caseNumber } from '#fixtures/hub/invented-case.ts';

const desk = openConsoleForEachTest();

async function open(sequence: number): Promise<void> {
  await desk.page.goto(`${desk.hall.hub.url}/cases/${caseNumber(sequence)}`);
}

const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
const stateOf = async (sequence: number): Promise<string> => (await desk.hall.case(caseNumber(sequence))).row.state;

test('accepted, then completed: each said, each in the time line, and nothing is left to press', async () => {
  await desk.submit(1);
  await open(1);
  await button('受理').click();
  await desk.page.getByRole('status').getByText('已受理。').waitFor();
  expect(await stateOf(1)).toBe('accepted');
  await desk.everyoneCanUseIt();
  await button('办结').click();
  await desk.page.getByRole('status').getByText('已办结。').waitFor();
  expect(await desk.page.getByRole('listitem').allInnerTexts()).toHaveLength(4);
  expect(await desk.page.locator('.decide button:visible').count()).toBe(0);
  await desk.everyoneCanUseIt();
});

test('by keyboard alone: return a case, first without a reason', async () => {
  await desk.submit(1);
  await open(1);
  await button('退回……').focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('dialog', { name: '退回办件' }).waitFor();
  await desk.everyoneCanUseIt();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('请写明退回原因。').waitFor();
  await desk.everyoneCanUseIt();
  expect(await stateOf(1)).toBe('received');
  await desk.page.keyboard.insertText('照片不清楚，请带近期照片补交。');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('status').getByText('已退回。').waitFor();
  expect((await desk.hall.case(caseNumber(1))).row).toMatchObject({
    state: 'returned',
    reason: '照片不清楚，请带近期照片补交。',
  });
  await desk.focusIsOn('办理');
  expect(await desk.page.locator('.decide').innerText()).toContain('照片不清楚');
  expect(await desk.page.locator('.timeline').innerText()).toContain('照片不清楚');
  await desk.everyoneCanUseIt();
});

test('Escape leaves the dialog, keeps what was typed and gives the focus back', async () => {
  await desk.submit(1);
  await open(1);
  await button('退回……').click();
  await desk.page.getByLabel('退回原因').fill('缺少照片');
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await desk.focusIsOn('退回……');
  expect(await stateOf(1)).toBe('received');
  await button('退回……').click();
  expect(await desk.page.getByLabel('退回原因').inputValue()).toBe('缺少照片');
});

test('somebody else was quicker: the desk says so and shows what they did', async () => {
  await desk.submit(1);
  await open(1);
  await button('退回……').click();
  await desk.page.getByLabel('退回原因').fill('缺少照片');
  for (const kind of ['accept', 'complete'])
    await fetch(`${desk.hall.hub.url}/v1/cases/${caseNumber(1)}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    });
  const mostAtOnce = await desk.page.evaluateHandle(() => {
    const seen = { most: 0 };
    new MutationObserver(() => {
      const said = [...document.querySelectorAll('[role=alert] p')].filter((words) => words.checkVisibility());
      seen.most = Math.max(seen.most, said.length);
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  await button('退回').click();
  await desk.page.getByRole('alert').getByText('刚刚被别人处理过').waitFor();
  expect(await mostAtOnce.jsonValue()).toEqual({ most: 1 });
  await desk.page.locator('.case-head').getByText('已办结').waitFor();
  expect(await stateOf(1)).toBe('completed');
});

test('the line breaks while the desk acts: what was typed stays, and pressing again does it once', async () => {
  await desk.submit(1);
  await open(1);
  await button('退回……').click();
  await desk.page.getByLabel('退回原因').fill('缺少照片');
  // The hub does it, and the answer gets lost.
  await desk.page.route('**/actions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await button('退回').click();
  await desk.page.getByRole('dialog').getByText('可能没有保存').waitFor();
  await desk.everyoneCanUseIt();
  await desk.page.unroute('**/actions');
  await button('退回').click();
  await desk.page.getByRole('status').getByText('已退回。').waitFor();
  expect(await desk.hall.database.selectFrom('case_event').select('number').execute()).toHaveLength(1);
});

test('the list shows one state at a time, by an address of its own, and follows what the desk does', async () => {
  await desk.submit(1, 2);
  await desk.page.goto(desk.hall.hub.url);
  await desk.page.getByText('共 2 件').waitFor();
  await desk.page.getByRole('link', { name: '已受理' }).click();
  await desk.page.getByRole('heading', { name: '没有“已受理”的办件' }).waitFor();
  await desk.everyoneCanUseIt();
  await open(2);
  await button('受理').click();
  await desk.page.getByRole('status').getByText('已受理。').waitFor();
  await desk.page.goto(`${desk.hall.hub.url}/?state=accepted`);
  await desk.page.getByText('共 1 件').waitFor();
  expect(await desk.page.getByRole('link', { name: '已受理' }).getAttribute('aria-current')).toBe('true');
  expect(await desk.page.getByRole('row').nth(1).innerText()).toContain(caseNumber(2));
  await desk.page.getByRole('searchbox').fill('林秀英');
  await desk.page.waitForURL(/search=.*state=accepted/);
  await desk.everyoneCanUseIt();
});

test('in English every word is English', async () => {
  await desk.submit(1);
  await open(1);
  await button('English').click();
  await button('Return …').click();
  await desk.page.getByRole('dialog', { name: 'Return this case' }).waitFor();
  const inDialog = await desk.page.getByRole('dialog').innerText();
  await desk.page.getByLabel('Reason').fill('The photo is missing.');
  await button('Return').click();
  await desk.page.getByRole('status').getByText('Returned.').waitFor();
  const said = [
    inDialog,
    await desk.page.locator('.decide').innerText(),
    await desk.page.locator('.timeline').innerText(),
  ];
  expect(said.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  await desk.page.goto(`${desk.hall.hub.url}/?state=completed`);
  await desk.page.getByRole('heading', { name: 'No case is completed' }).waitFor();
  await desk.everyoneCanUseIt();
});
