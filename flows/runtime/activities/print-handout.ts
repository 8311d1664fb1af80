/** Prints a handout once, on A4 or on the roll of receipts, and says what is known of the paper. */
import { outcomeAfter } from '#contract/devices/printer.ts';
import { PaperDocument } from '#contract/paper.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { handoutOnA4, handoutOnRoll } from '../handouts/handout-paper.ts';
import { paperFor } from '../handouts/paper-for.ts';
import { sceneOf } from '../views/scene.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';
import { withinGrace } from './within-grace.ts';

export function printHandout(
  { timeoutMs }: Extract<PlanActivity, { kind: 'printHandout' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const scene = sceneOf(ports, visit);
  const { documents, printer } = ports;
  if (documents !== null && paperFor(ports.availability) === 'a4') {
    documents
      .printDocument(PaperDocument.parse(handoutOnA4(scene)), { timeoutMs })
      .then((printed) => {
        report({ type: 'print.ended', ...printed });
      })
      .catch(crash);
    return nothingToStop;
  }
  if (printer === null) {
    report({ type: 'print.ended', outcome: 'failed', fault: 'device.missing' });
    return nothingToStop;
  }
  withinGrace(ports.clock, timeoutMs, printer.execute('print', handoutOnRoll(scene), { timeoutMs }))
    .then((completion) => {
      if (!completion.ok) {
        report({ type: 'print.ended', outcome: outcomeAfter(completion.fault), fault: completion.fault.code });
        return;
      }
      const { outcome, paper } = completion.value;
      const outOfPaper = outcome === 'failed' && paper === 'out';
      report({ type: 'print.ended', outcome, fault: outOfPaper ? 'printer.paperOut' : null });
    })
    .catch(crash);
  // Paper that is on its way can't be called back.
  return nothingToStop;
}
