/** One question: what is asked, how it is answered, and what is wrong with the answer given. */
import type { ElementId, StepId } from '#contract/ids.ts';
import { typedAgain } from '../../compile/given-value.ts';
import type { PlanContext, ReadValue } from '../../compile/plan-context.ts';
import { isDrawn } from '../../language/element.ts';
import { askedNow } from '../../compile/asked.ts';
import { stopsOf } from '../../compile/stops.ts';
import { contextOf } from '../visit.ts';
import { lentNumber } from './lent-number.ts';
import { onwardWord } from './onward.ts';
import { promisedIn } from './promised.ts';
import { inputOf, offeredIn } from './question-input.ts';
import { removeNow } from './remove-now.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

/** Below, a wrong character is not rare. */
const SURE = 90;

/** What is surely right is said so; all else asks for a second look. */
function shownRead({ t }: Scene, { page, crop, proven, confidence }: ReadValue) {
  const sure = proven || confidence >= SURE;
  const percent = Math.round(confidence);
  return { page, crop, sure, sureness: proven ? t('read.proven') : t(sure ? 'read.sure' : 'read.unsure', { percent }) };
}

/** Said of a value that stands as it came from the card or a lookup. */
function knownFrom({ t, say, content }: Scene, { answers, prefilled }: PlanContext, id: ElementId): string | null {
  const before = prefilled[id];
  if (before === undefined || before.value !== answers[id]) return null;
  if (before.from === 'card') return t('ask.fromCard');
  const element = content.elements[id];
  const lookups = (element?.sources ?? []).flatMap((from) =>
    typeof from === 'object' && 'lookup' in from ? (content.sources[from.lookup] ?? []) : [],
  );
  const [source] = lookups;
  return source === undefined ? null : t('ask.fromLookup', { source: say(source.label) });
}

function knownText({ prefilled, read }: PlanContext, id: ElementId): string | null {
  const value = read[id]?.value ?? prefilled[id]?.value;
  return typeof value === 'string' ? value : null;
}

export function askView(scene: Scene, step: StepId, id: ElementId): Sheet {
  const { t, say, content } = scene;
  const running = runningIn(scene);
  const element = content.elements[id];
  if (element === undefined) throw new RangeError(`no element ${id} in this release`);
  const context = contextOf(running);
  const { answers, refused } = context;
  const asked = askedNow(stopsOf(running.plan), content.elements, running.rules, context);
  const asking = asked.ok ? (asked.value.find((row) => row.element === id)?.services ?? []) : [];
  const answer = answers[id];
  const input = inputOf(scene, element, knownText(context, id));
  const badHere = refused?.element === id ? refused : null;
  const given = badHere?.value !== null && badHere?.value !== '';
  // An empty pad is no name either.
  const wrong = 'problem' in element && (given || isDrawn(element));
  const problem = badHere === null ? null : wrong ? say(element.problem) : t('ask.nothingGiven');
  const read = context.read[id];
  const from = knownFrom(scene, context, id);
  const lent = lentNumber(scene, element);
  const [known, heard] = [from ?? lent?.seen, from ?? lent?.heard];
  const promised = element.type === 'promise' ? promisedIn(scene, id, element) : null;
  return {
    title: say(element.label),
    body: {
      kind: 'ask',
      element: id,
      question: say(element.question),
      help: say(element.help),
      input,
      value: badHere?.value ?? (answer === undefined ? null : typedAgain(element, answer)),
      problem,
      ...(read === undefined ? {} : { read: shownRead(scene, read) }),
      ...(known === undefined ? {} : { known }),
      ...(promised === null ? {} : { promised }),
    },
    spoken: [
      say(element.question),
      ...(read === undefined ? [] : [shownRead(scene, read).sureness]),
      ...(heard === undefined ? [] : [heard]),
      ...(promised === null ? [] : [...promised.statements, promised.consequence]),
      ...(problem === null ? [say(element.help)] : [problem]),
      ...offeredIn(input),
    ],
    help: 'help.ask',
    // Whoever can't answer what only one service asks may do without that one.
    others: asking.length === 1 ? asking.flatMap((service) => removeNow(scene, service)) : [],
    primary: { label: t(onwardWord(running, { step, element: id })), intent: { kind: 'next' } },
  };
}
