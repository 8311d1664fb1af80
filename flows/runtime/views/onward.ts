/** The word on the button that goes on: 完成 on the last page, 提交 for the last press before it is submitted, 下一步 for every other. */
import type { ElementId, StepId } from '#contract/ids.ts';
import { submitsNext } from '../../compile/submits-next.ts';
import type { TextKey } from '../../language/texts.ts';
import { contextOf, type RunningPlan } from '../visit.ts';

export function onwardWord(
  running: RunningPlan,
  here: { readonly step: StepId; readonly element?: ElementId },
): Extract<TextKey, 'button.finish' | 'button.submit' | 'button.next'> {
  if (running.plan.steps.at(-1)?.id === here.step) return 'button.finish';
  return submitsNext(running.plan, running.rules, contextOf(running), here) ? 'button.submit' : 'button.next';
}
