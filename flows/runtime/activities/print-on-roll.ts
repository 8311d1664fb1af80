/** Prints once on the roll of receipts and says what is known of the paper. */
import { withinGrace } from '#contract/devices/within-grace.ts';
import { outcomeAfter, type Receipt } from '#contract/devices/printer.ts';
import { type Scene, sceneOf } from '../views/scene.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function printOnRoll(
  paper: (scene: Scene) => Receipt,
  timeoutMs: number,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  if (ports.printer === null) {
    report({ type: 'print.ended', outcome: 'failed', fault: 'device.missing' });
    return nothingToStop;
  }
  withinGrace(ports.clock, timeoutMs, ports.printer.execute('print', paper(sceneOf(ports, visit)), { timeoutMs }))
    .then((completion) => {
      if (!completion.ok) {
        report({ type: 'print.ended', outcome: outcomeAfter(completion.fault), fault: completion.fault.code });
        return;
      }
      const { outcome, paper: left } = completion.value;
      const outOfPaper = outcome === 'failed' && left === 'out';
      report({ type: 'print.ended', outcome, fault: outOfPaper ? 'printer.paperOut' : null });
    })
    .catch(crash);
  // Paper that is on its way can't be called back, and half a receipt helps nobody.
  return nothingToStop;
}
