/** 练习: a card chosen by a button, a paper that is only shown, and the end, where nothing was submitted. */
import type { MaterialId, StepId } from '#contract/ids.ts';
import { PractisePerson } from '#contract/screen/intent.ts';
import { stepOf } from '../../compile/plan.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';
import { standingAlone } from './standing-alone.ts';
import type { Sheet } from './sheet.ts';

export function practiseCardView(scene: Scene, step: StepId): Sheet {
  const { t } = scene;
  const { who } = stepOf(runningIn(scene).plan, step, 'identify');
  const paragraphs = [t('practise.card'), t('practise.cardChoose')];
  const [primary = null, ...others] = PractisePerson.options.map((person) => ({
    label: t(`practise.card.${person}`),
    intent: { kind: 'practiseCard' as const, person },
  }));
  return {
    title: t(who === 'partner' ? 'identify.partner' : 'identify.title'),
    body: { kind: 'info', paragraphs, points: [] },
    spoken: paragraphs,
    help: 'help.practise',
    primary,
    others,
  };
}

export function practiseScanView({ t, say, content }: Scene, id: MaterialId): Sheet {
  const material = content.materials[id];
  const paper = material === undefined ? '' : say(material.label);
  const paragraphs = [t('practise.scan', { paper }), t('practise.scanSample')];
  return {
    title: standingAlone(paper),
    body: { kind: 'info', paragraphs, points: [], sample: { paper: standingAlone(paper), mark: t('practise.sample') } },
    spoken: paragraphs,
    help: 'help.practise',
    primary: { label: t('practise.takeSample'), intent: { kind: 'next' } },
  };
}

export function practiseEndView(scene: Scene): Sheet {
  const { t, say } = scene;
  const running = runningIn(scene);
  const paragraphs = [t('practise.end'), t('practise.endNext')];
  const points = servicesNow(running.plan, contextOf(running)).map((service) =>
    t('practise.endService', { service: say(service.title) }),
  );
  return {
    title: t('practise.endTitle'),
    body: { kind: 'info', paragraphs, points },
    spoken: [...paragraphs, ...points],
    help: 'help.practise',
    primary: { label: t('practise.forReal'), intent: { kind: 'next' } },
  };
}
