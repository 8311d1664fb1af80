/** A flow that can't go on: said plainly, with a reference for the telephone and a way out. */
import { FAULTS } from '#contract/faults.table.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function faultView(scene: Scene): Sheet {
  const { t, say } = scene;
  const { citizen, nextStep } = FAULTS['flow.fault'];
  const [headline, detail] = [say(citizen), say(nextStep)];
  const { services, hash } = runningIn(scene).plan;
  // Which plan it was, so that the telephone service can find it; nothing of the citizen.
  const reference = `flow.fault/${services.map((service) => service.id).join('+')}/${hash.slice(0, 8)}`;
  return {
    title: t('fault.title'),
    body: { kind: 'trouble', headline, detail, reference },
    spoken: [headline, detail],
    help: 'help.fault',
    primary: { label: t('button.otherServices'), intent: { kind: 'next' } },
  };
}
