/** A page to read before something is asked: what the services say, what to bring, how long all of it takes. */
import type { StepId } from '#contract/ids.ts';
import { leastFee } from '../../compile/fees.ts';
import { stepOf } from '../../compile/plan.ts';
import { savingsOf } from '../../compile/savings.ts';
import { feeInWords } from './fee-in-words.ts';
import { thingsOfAgent, whatToBring } from './bring.ts';
import { planTitle } from './plan-title.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function infoView(scene: Scene, step: StepId): Sheet {
  const { t, say, content } = scene;
  const { plan } = runningIn(scene);
  const source = stepOf(plan, step, 'info');
  const takers = plan.steps.find((candidate) => candidate.id === step)?.takers ?? [];
  const paragraphs = source.paragraphs.map((text) => say(text));
  const { feeFen, orMore } = leastFee(plan.services, content.fees);
  const free = feeFen === 0 && !orMore;
  const { minutes } = savingsOf(plan.services, content);
  const { agent } = plan.mode;
  const { sure, maybe } = whatToBring(scene, plan.services, agent ? thingsOfAgent(scene) : undefined);
  const points = [
    t(agent ? 'info.bringAsAgent' : 'info.bring', { materials: sure }),
    ...(maybe === null ? [] : [t('info.bringMaybe', { papers: maybe })]),
    ...source.points.map((text) => say(text)),
    free ? t('info.takes', { minutes }) : t('info.takesAndCosts', { minutes, fee: feeInWords(scene, plan.services) }),
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
