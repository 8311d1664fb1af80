/** A clerk types the code of a printed proof in a real browser and sees what it is, or that there is none. */
import { expect, test } from 'vitest';
import { writtenCode } from '#contract/verify-code.ts';
import { openConsoleForEachTest } from '#fixtures/browser/console-in-browser.ts';
import { issuedPaper, paperCode, printedPaper } from '#fixtures/hub/invented-paper.ts';

const desk = openConsoleForEachTest();

test('a proof is found by its code, in small letters and with hyphens, and what the paper has to say stands there, its person masked', async () => {
  const { hall, kiosk, page } = desk;
  await hall.send(kiosk, await kiosk.add(issuedPaper(1)), await kiosk.add(printedPaper(1, 'printed')));
  await page.goto(hall.hub.url);
  await page.getByRole('link', { name: '核对证明' }).click();
  await page.getByLabel('验证码').fill(writtenCode(paperCode(1)).toLowerCase());
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('有这份证明').waitFor();
  const found = await page.locator('.verified').innerText();
  for (const words of [
    '参保缴费证明',
    '2026-11-20',
    '20:15:30',
    '月桥24小时政务服务厅',
    '养老保险缴费证明打印',
    '已打印',
    '林*英累计缴费128个月。',
    '1199**********0021',
    '共11行',
    writtenCode(paperCode(1)),
  ])
    expect(found).toContain(words);
  for (const id of ['micro-centre-1', 'pension-proof']) expect(found).not.toContain(id);
  await desk.everyoneCanUseIt();
  await desk.photograph('console-verify-zh');
  await page.getByLabel('验证码').fill('');
  await page.locator('.verified').waitFor({ state: 'detached' });
});

test('a slip, and a code that no paper has, are told in words', async () => {
  const { hall, page } = desk;
  await page.goto(`${hall.hub.url}/verify`);
  await page.getByLabel('验证码').fill('M8KT-6FNY-C7P9');
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('验证码不对').waitFor();
  await page.getByLabel('验证码').fill(writtenCode(paperCode(7)));
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('没有这个验证码的证明').waitFor();
  await desk.everyoneCanUseIt();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check a proof' }).waitFor();
  await page.getByText('No proof has this code.').waitFor();
  await desk.photograph('console-verify-en');
});
