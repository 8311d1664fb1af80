/** How a test ended in words, with what is known of the device besides: to answer is not yet to be fit for work. */
import { FAULTS } from '#contract/faults.table.ts';
import type { LocalText } from '#contract/language.ts';
import type { CabinetDevice, TestReport } from '#contract/technician/cabinet.ts';
import type { Condition } from '#contract/technician/kiosk-checks.ts';

export interface TestOutcome {
  readonly condition: Condition;
  readonly word: LocalText;
  /** What to do; null where nothing is. */
  readonly advice: LocalText | null;
}

export function outcomeOf({ passed, fault }: TestReport, trouble: CabinetDevice['trouble']): TestOutcome {
  if (!passed) {
    return { condition: 'fault', word: { 'zh-CN': '没有通过', en: 'Failed' }, advice: fault?.advice ?? null };
  }
  if (trouble === null) return { condition: 'well', word: { 'zh-CN': '通过', en: 'Passed' }, advice: null };
  const { citizen } = FAULTS[trouble.code];
  const word = { 'zh-CN': `能应答，但${citizen['zh-CN']}`, en: `It answers, but: ${citizen.en}` };
  return { condition: 'attention', word, advice: trouble.advice };
}

/** Of a test that moved nothing there is nothing to look at. */
export function isForEyes({ passed, fault }: TestReport): boolean {
  return passed || fault?.code === 'printer.unconfirmed';
}
