/** A page to read before something is asked. */
import type { StepId } from '#contract/ids.ts';
import { stepOf } from '../../compile/plan.ts';
import { planTitle } from './plan-title.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function infoView(scene: Scene, step: StepId): Sheet {
  const { t, say } = scene;
  const { plan } = runningIn(scene);
  const source = stepOf(plan, step, 'info');
  const takers = plan.steps.find((candidate) => candidate.id === step)?.takers ?? [];
  const paragraphs = source.paragraphs.map((text) => say(text));
  const points = source.points.map((text) => say(text));
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
