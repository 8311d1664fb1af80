/** A page to read before something is asked. */
import type { StepId } from '#contract/ids.ts';
import { stepOf } from '../../compile/plan.ts';
import { planTitle } from './plan-title.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function infoView(scene: Scene, step: StepId): Sheet {
  const { t, say } = scene;
  const source = stepOf(runningIn(scene).plan, step, 'info');
  const paragraphs = source.paragraphs.map((text) => say(text));
  const points = source.points.map((text) => say(text));
  return {
    title: planTitle(scene),
    body: { kind: 'info', paragraphs, points },
    spoken: [...paragraphs, ...points],
    help: 'help.info',
    primary: { label: t('button.next'), intent: { kind: 'next' } },
  };
}
