/** A page to read before something is asked: what the services say, what to bring, how long all of it takes. */
import type { StepId } from '#contract/ids.ts';
import { stepOf } from '../../compile/plan.ts';
import { savingsOf } from '../../compile/savings.ts';
import { toBring } from './bring.ts';
import { planTitle } from './plan-title.ts';
import { runningIn, type Scene } from './scene.ts';
import { yuan } from '../../language/yuan.ts';
import type { Sheet } from './sheet.ts';

export function infoView(scene: Scene, step: StepId): Sheet {
  const { t, say, content } = scene;
  const { plan } = runningIn(scene);
  const source = stepOf(plan, step, 'info');
  const takers = plan.steps.find((candidate) => candidate.id === step)?.takers ?? [];
  const paragraphs = source.paragraphs.map((text) => say(text));
  const feeFen = plan.services.reduce((sum, service) => sum + service.feeFen, 0);
  const { minutes } = savingsOf(plan.services, content.elements);
  const points = [
    t('info.bring', { materials: toBring(scene, plan.services) }),
    ...source.points.map((text) => say(text)),
    feeFen === 0 ? t('info.takes', { minutes }) : t('info.takesAndCosts', { minutes, yuan: yuan(feeFen) }),
  ];
  return {
    title: planTitle(
      scene,
      takers.map((taker) => taker.service),
    ),
    body: { kind: 'info', paragraphs, points },
    spoken: [...paragraphs, ...points],
    help: 'help.info',
    primary: { label: t('button.next'), intent: { kind: 'next' } },
  };
}
