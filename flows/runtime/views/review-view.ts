/** Everything on one page before it is submitted, each answer with a way to change it. */
import type { StepId } from '#contract/ids.ts';
import { answerInWords } from '../../compile/answer-in-words.ts';
import { askedNow } from '../../compile/asked.ts';
import { stepOf } from '../../compile/plan.ts';
import { stopsOf } from '../../compile/stops.ts';
import { contextOf } from '../visit.ts';
import { maskPhone } from './masks.ts';
import { personFacts } from './person.ts';
import { runningIn, type Scene } from './scene.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

export function reviewView(scene: Scene, step: StepId): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const declaration = say(stepOf(running.plan, step, 'review').declaration);
  const asked = askedNow(stopsOf(running.plan), content.elements, running.rules, context);
  const rows = (asked.ok ? asked.value : []).flatMap(({ element: id }) => {
    const element = content.elements[id];
    const answer = context.answers[id];
    if (element === undefined) return [];
    const words = answer === undefined ? '' : say(answerInWords(element, answer));
    return [
      {
        label: say(element.label),
        value: element.type === 'mobile' && typeof answer === 'string' ? maskPhone(answer) : words,
        edit: { label: t('button.change'), intent: { kind: 'edit' as const, element: id } },
      },
    ];
  });
  const person = context.card === null ? [] : personFacts(scene, context.card);
  return {
    title: t('review.title'),
    body: {
      kind: 'review',
      declaration,
      groups: [
        { title: t('review.person'), rows: person.map((fact) => ({ ...fact, edit: null })) },
        { title: t('review.answers'), rows },
      ],
    },
    spoken: [...spokenFacts([...person, ...rows.map(({ label, value }) => ({ label, value }))], language), declaration],
    help: 'help.review',
    primary: { label: t('button.submit'), intent: { kind: 'submit' } },
  };
}
