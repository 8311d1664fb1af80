/** The end of a test: never more than was tested, and eyes are asked only for what there is to look at. */
import { expect, test } from 'vitest';
import { FAULTS } from '#contract/faults.table.ts';
import type { CabinetDevice, TestReport } from '#contract/technician/cabinet.ts';
import { isForEyes, outcomeOf } from './outcome-of.ts';

const passed: TestReport = { passed: true, tookMs: 40, fault: null, status: { state: 'online', values: {} } };
const failedWith = (code: 'printer.coverOpen' | 'printer.unconfirmed'): TestReport => ({
  ...passed,
  passed: false,
  fault: { code, advice: FAULTS[code].technician, detail: null },
});
const coverOpen: CabinetDevice['trouble'] = {
  code: 'printer.coverOpen',
  advice: FAULTS['printer.coverOpen'].technician,
};

test('a device that answers while its cover is open has not simply passed', () => {
  expect(outcomeOf(passed, null)).toMatchObject({ condition: 'well', word: { 'zh-CN': '通过' } });
  expect(outcomeOf(passed, coverOpen)).toEqual({
    condition: 'attention',
    word: { 'zh-CN': '能应答，但打印机的盖子没有合上', en: "It answers, but: The printer's cover is open" },
    advice: FAULTS['printer.coverOpen'].technician,
  });
});

test('what failed is failed, with what to do', () => {
  expect(outcomeOf(failedWith('printer.coverOpen'), coverOpen)).toMatchObject({
    condition: 'fault',
    advice: FAULTS['printer.coverOpen'].technician,
  });
});

test('eyes are asked after a pass, and where nobody else can know whether it came out', () => {
  expect(isForEyes(passed)).toBe(true);
  expect(isForEyes(failedWith('printer.unconfirmed'))).toBe(true);
  expect(isForEyes(failedWith('printer.coverOpen'))).toBe(false);
});
