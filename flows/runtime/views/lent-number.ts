/** 练习: a number that is checked is lent, so that nobody who practises has to give their own or invent one. */
import type { Column, Element } from '../../language/element.ts';
import { EXAMPLES } from '../../language/validators.ts';
import { runningIn, type Scene } from './scene.ts';

export interface LentNumber {
  /** Spaced as it is typed. */
  readonly seen: string;
  /** Character by character. */
  readonly heard: string;
}

/** Null where nothing is checked, or where it is for real. */
export function lentNumber(scene: Scene, element: Element | Column): LentNumber | null {
  if (runningIn(scene).plan.mode.kind !== 'practise' || !('validator' in element)) return null;
  const example = EXAMPLES[element.validator];
  const say = (number: string): string => scene.t('practise.number', { number });
  return { seen: say(spaced(example, element.groups)), heard: say([...example].join(' ')) };
}

/** Without a place where a line could break. */
function spaced(text: string, groups: readonly number[]): string {
  const [size, ...rest] = groups;
  if (size === undefined || size >= text.length) return text;
  return `${text.slice(0, size)}\u{a0}${spaced(text.slice(size), rest)}`;
}
