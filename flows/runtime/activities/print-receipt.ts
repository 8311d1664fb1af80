/** Prints the receipt once and says what is known of the paper. */
import { outcomeAfter } from '#contract/devices/printer.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { receiptPaper } from '../views/receipt-paper.ts';
import { sceneOf } from '../views/scene.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';
import { withinGrace } from './within-grace.ts';

export function printReceipt(
  { timeoutMs }: Extract<PlanActivity, { kind: 'printReceipt' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  if (ports.printer === null) {
    report({ type: 'print.ended', outcome: 'failed', fault: 'device.missing' });
    return nothingToStop;
  }
  const printing = ports.printer.execute('print', receiptPaper(sceneOf(ports, visit)), { timeoutMs });
  withinGrace(ports.clock, timeoutMs, printing)
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
  // Paper that is on its way can't be called back, and half a receipt helps nobody.
  return nothingToStop;
}
