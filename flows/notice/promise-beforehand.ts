/** A promise (告知承诺) as a list to bring asks about it: whether one would rather promise or bring the paper; nothing is signed yet. */
import { LANGUAGES, type LocalText } from '#contract/language.ts';
import type { Element, Elements } from '../language/element.ts';
import { PROMISE_DECLINED, PROMISE_SIGNED } from '../language/promise-answers.ts';
import { fillGaps, type TextKey } from '../language/texts.ts';
import type { Content } from '../release/content.ts';

type Words = Pick<Content, 'texts'>;

/** Only a promise that may be declined leaves a choice. Anything else is asked as it is. */
function askedBeforehand(element: Element, { texts }: Words): Element {
  if (element.type !== 'promise' || element.decline === undefined) return element;
  const { label, privacy } = element;
  const inWords = (key: TextKey): LocalText =>
    Object.fromEntries(
      LANGUAGES.map((language) => [language, fillGaps(texts[language][key], { what: label[language] })]),
    ) as Record<keyof LocalText, string>;
  return {
    type: 'choice',
    label,
    privacy,
    sources: ['typed'],
    question: inWords('notice.askPromise'),
    help: inWords('notice.askPromiseHelp'),
    options: [
      { value: PROMISE_SIGNED, label: inWords('notice.willPromise') },
      { value: PROMISE_DECLINED, label: element.decline },
    ],
  };
}

export function elementsBeforehand(content: Pick<Content, 'elements' | 'texts'>): Elements {
  return Object.fromEntries(
    Object.entries(content.elements).map(([id, element]) => [id, askedBeforehand(element, content)]),
  );
}
