/** Whole sessions, one after another, on a running kiosk: pressed by the robot in the page, with a card on the wire. */
import { z } from 'zod';
import type { CdpProbe } from '#fixtures/browser/cdp-probe.ts';
import { resident } from '#fixtures/people/cards.ts';
import type { BenchHall } from '../hall.ts';
import { ROBOT } from './page-robot.ts';
import { FIRST_WORDS, SESSION } from './visit.table.ts';

const Asked = z.object({ name: z.literal('benchAsked'), payload: z.enum(['putsDownCard', 'liftsCard']) });

export interface Visitor {
  /** One visit from the attract screen back to it, until the next citizen's page takes a press. */
  visits(): Promise<void>;
}

/** The robot is there with the next document: `openVisitor` waits for it. */
export async function openVisitor(probe: CdpProbe, hall: BenchHall): Promise<Visitor> {
  await probe.page('Runtime.enable');
  await probe.page('Runtime.addBinding', { name: 'benchAsked' });
  await probe.page('Page.addScriptToEvaluateOnNewDocument', { source: ROBOT });
  await probe.page('Page.reload');
  /** A page that is just being replaced can't answer; its successor can. */
  const readyPage = async (): Promise<void> => {
    for (;;) {
      const ready = await probe
        .evaluate(`window.benchUsed ? false : benchRobot.waitFor(${JSON.stringify(FIRST_WORDS)}).then(() => true)`)
        .catch(() => false);
      if (ready === true) return;
    }
  };
  await readyPage();
  return {
    visits: async () => {
      const puts = probe.event('Runtime.bindingCalled', Asked).then(() => hall.reader.putDown(resident));
      const lifts = puts.then(() => probe.event('Runtime.bindingCalled', Asked)).then(() => hall.reader.lift());
      await probe.evaluate(`window.benchUsed = true; benchRobot.walk(${JSON.stringify(SESSION)})`);
      await lifts;
      await readyPage();
    },
  };
}
