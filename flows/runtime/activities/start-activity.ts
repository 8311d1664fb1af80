/** Every activity by its kind. */
import type { SessionId } from '#contract/ids.ts';
import { receiptPaper } from '../views/receipt-paper.ts';
import type { Activity } from '../wanted-activities.ts';
import type { ActivityTools, Stop } from './activity.ts';
import { consultPromises } from './consult-promises.ts';
import { forget } from './forget.ts';
import { lookUp } from './look-up.ts';
import { printHandout } from './print-handout.ts';
import { printOnRoll } from './print-on-roll.ts';
import { issueProof, printProof } from './print-proof.ts';
import { readCard } from './read-card.ts';
import { readPages } from './read-pages.ts';
import { reserveNumbers } from './reserve-numbers.ts';
import { seeOff } from './see-off.ts';

export function startActivity(activity: Activity, tools: ActivityTools): Stop {
  const { ports, report } = tools;
  switch (activity.kind) {
    case 'readCard':
      return readCard(activity, tools);
    case 'lookUp':
      return lookUp(activity, tools);
    case 'consultPromises':
      return consultPromises(activity, tools);
    case 'readPages':
      return readPages(activity, tools);
    case 'reserveNumbers':
      return reserveNumbers(tools);
    case 'printHandout':
      return printHandout(activity, tools);
    case 'issueProof':
      return issueProof(activity, tools);
    case 'printProof':
      return printProof(activity, tools);
    case 'printReceipt':
      return printOnRoll(receiptPaper, activity.timeoutMs, tools);
    case 'awaitTouch':
      // Begun anew by every touch: who touches is there, and so the devices stay with the session.
      holdDevices(tools);
      return ports.clock.after(activity.timeoutMs, () => {
        report({ type: 'idle.long' });
      });
    case 'awaitAnswer':
    case 'settle':
      return ports.clock.after(activity.timeoutMs, () => {
        report({ type: 'idle.over' });
      });
    case 'seeOff':
      return seeOff(activity, tools);
    case 'forget':
      return forget(tools);
    case 'holdDevices': {
      const session = holdDevices(tools);
      if (session === null) throw new Error('devices are held by sessions only');
      return () => {
        ports.releaseDevices(session);
      };
    }
  }
}

function holdDevices({ ports, visit }: ActivityTools): SessionId | null {
  const { session } = visit.hall.context;
  if (session !== null) ports.claimDevices(session);
  return session;
}
