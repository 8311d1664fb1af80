/** A promise before it is signed: what is promised, what a broken one means, and what may be done instead. */
import type { ElementId, StepId } from '#contract/ids.ts';
import { FAULTS } from '#contract/faults.table.ts';
import type { Page } from '../../compile/page.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { canDo, contextOf } from '../visit.ts';
import { promisedIn } from './promised.ts';
import { removeNow, removeWanting } from './remove-now.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

type Phase = Extract<Page, { kind: 'promise' }>['phase'];

export function promiseView(scene: Scene, step: StepId, id: ElementId, phase: Phase): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const element = content.elements[id];
  if (element?.type !== 'promise') throw new RangeError(`no promise ${id} in this release`);
  const { fault, barred } = contextOf(running);
  const common = { title: say(element.label), help: 'help.promise' } as const;
  const next = { label: t('button.next'), intent: { kind: 'next' } } as const;
  switch (phase) {
    case 'consulting': {
      const [headline, detail] = [t('promise.consulting'), t('promise.consultingDetail')];
      return { ...common, body: { kind: 'wait', headline, detail }, spoken: [headline, detail] };
    }
    case 'trouble': {
      const { citizen, nextStep } = FAULTS[fault ?? 'hub.refused'];
      const [headline, detail] = [say(citizen), say(nextStep)];
      const mayRetry = canDo(running, 'retry');
      return {
        ...common,
        body: { kind: 'info', paragraphs: [headline, detail], points: [] },
        spoken: [headline, detail],
        primary: mayRetry
          ? { label: t('button.retry'), intent: { kind: 'retry' } }
          : { label: t('button.leave'), intent: { kind: 'leave' } },
        others: removeWanting(scene, step),
      };
    }
    case 'barred': {
      const since = barred === null ? '' : dayInWords(barred.since, language);
      const about = barred === null ? '' : say(barred.about);
      const until =
        barred === null || barred.until === null
          ? t('promise.barredOpen')
          : t('promise.barredUntil', { day: dayInWords(barred.until, language) });
      const paragraphs = [t('promise.barred', { since, about }), until, t('promise.barredNext')];
      return { ...common, body: { kind: 'info', paragraphs, points: [] }, spoken: paragraphs, primary: next };
    }
    case 'reading': {
      const promised = promisedIn(scene, id, element);
      const lead = say(element.question);
      const takers = running.plan.steps.find(({ elements }) => elements.includes(id))?.takers ?? [];
      return {
        ...common,
        body: { kind: 'promise', lead, ...promised },
        spoken: [lead, ...promised.statements, promised.consequence],
        primary: { label: t('button.promise'), intent: { kind: 'next' } },
        others: [
          ...(element.decline === undefined
            ? []
            : [{ label: say(element.decline), intent: { kind: 'decline' } as const }]),
          ...(takers.length === 1 ? takers.flatMap(({ service }) => removeNow(scene, service)) : []),
        ],
      };
    }
  }
}
