/** One question: what is asked, how it is answered, and what is wrong with the answer given. */
import type { z } from 'zod';
import type { ElementId } from '#contract/ids.ts';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { SIGNED_LATER } from '#contract/signature.ts';
import type { ReadValue } from '../../compile/plan-context.ts';
import { optionsNow } from '../../compile/answers.ts';
import { askedNow } from '../../compile/asked.ts';
import { stopsOf } from '../../compile/stops.ts';
import type { Element } from '../../language/element.ts';
import { contextOf } from '../visit.ts';
import { removeNow } from './remove-now.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

/** Below, a wrong character is not rare. */
const SURE = 90;

function inputOf(scene: Scene, element: Element): z.infer<typeof QuestionInput> {
  const { say } = scene;
  switch (element.type) {
    case 'mobile':
      return { kind: 'digits', length: element.length, groups: [...element.groups] };
    case 'code':
      return { kind: 'code', length: element.length, groups: [...element.groups], letters: element.letters };
    case 'handwriting':
    case 'promise':
    case 'signature': {
      const words = { hint: scene.t('ask.signHere'), clear: scene.t('button.signAgain') };
      const later = element.type !== 'signature' || element.later === undefined ? null : say(element.later);
      return { kind: 'signature', ...words, later, laterValue: SIGNED_LATER };
    }
    case 'number':
    case 'money':
    case 'date':
    case 'pick':
    case 'rows':
      throw new RangeError(`nobody can be asked for ${element.type} yet`);
    case 'yesNo':
      return { kind: 'yesNo', yes: say(element.yes), no: say(element.no) };
    case 'choice': {
      const running = runningIn(scene);
      const offered = optionsNow(element.options, running.rules, contextOf(running));
      // An option whose rule can't answer can't be judged either: choosing leads to the fault page.
      const options = offered.ok ? offered.value : element.options;
      return {
        kind: 'choice',
        options: options.map(({ value, label, detail }) => ({
          value,
          label: say(label),
          ...(detail === undefined ? {} : { detail: say(detail) }),
        })),
      };
    }
  }
}

/** What is surely right is said so; all else asks for a second look. */
function shownRead({ t }: Scene, { page, crop, proven, confidence }: ReadValue) {
  const sure = proven || confidence >= SURE;
  const percent = Math.round(confidence);
  return { page, crop, sure, sureness: proven ? t('read.proven') : t(sure ? 'read.sure' : 'read.unsure', { percent }) };
}

export function askView(scene: Scene, id: ElementId): Sheet {
  const { t, say, content } = scene;
  const running = runningIn(scene);
  const element = content.elements[id];
  if (element === undefined) throw new RangeError(`no element ${id} in this release`);
  const context = contextOf(running);
  const { answers, refused } = context;
  const asked = askedNow(stopsOf(running.plan), content.elements, running.rules, context);
  const asking = asked.ok ? (asked.value.find((row) => row.element === id)?.services ?? []) : [];
  const input = inputOf(scene, element);
  const badHere = refused?.element === id ? refused : null;
  const given = badHere?.value !== null && badHere?.value !== '';
  // An empty pad is no name either.
  const wrong = 'problem' in element && (given || element.type === 'signature' || element.type === 'promise');
  const problem = badHere === null ? null : wrong ? say(element.problem) : t('ask.nothingGiven');
  const read = context.read[id];
  const options = input.kind === 'choice' ? input.options.map((option) => option.label) : [];
  return {
    title: say(element.label),
    body: {
      kind: 'ask',
      element: id,
      question: say(element.question),
      help: say(element.help),
      input,
      value: badHere?.value ?? answers[id] ?? null,
      problem,
      ...(read === undefined ? {} : { read: shownRead(scene, read) }),
    },
    spoken: [
      say(element.question),
      ...(read === undefined ? [] : [shownRead(scene, read).sureness]),
      ...(problem === null ? [say(element.help)] : [problem]),
      ...options,
    ],
    help: 'help.ask',
    // Whoever can't answer what only one service asks may do without that one.
    others: asking.length === 1 ? asking.flatMap((service) => removeNow(scene, service)) : [],
    primary: { label: t('button.next'), intent: { kind: 'next' } },
  };
}
