/** Prints a handout once, on A4 or on the roll of receipts, and says what is known of the paper. */
import { PaperDocument } from '#contract/paper.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { handoutOnA4, handoutOnRoll } from '../handouts/handout-paper.ts';
import { paperFor } from '../handouts/paper-for.ts';
import { sceneOf } from '../views/scene.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';
import { printOnRoll } from './print-on-roll.ts';

export function printHandout(
  { timeoutMs }: Extract<PlanActivity, { kind: 'printHandout' }>,
  tools: ActivityTools,
): Stop {
  const { ports, visit, report, crash } = tools;
  const { documents } = ports;
  if (documents === null || paperFor(ports.availability) !== 'a4') return printOnRoll(handoutOnRoll, timeoutMs, tools);
  documents
    .printDocument(PaperDocument.parse(handoutOnA4(sceneOf(ports, visit))), { timeoutMs })
    .then((printed) => {
      report({ type: 'print.ended', ...printed });
    })
    .catch(crash);
  // Paper that is on its way can't be called back.
  return nothingToStop;
}
