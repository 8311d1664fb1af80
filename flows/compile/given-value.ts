/** What was typed on a keypad as the value that is kept: a day, a whole number, fen. */
import type { AnswerValue } from '#contract/screen/intent.ts';
import type { Column, Element } from '../language/element.ts';

/** What is no such value stays as it was typed, and is refused as that. */
export function givenValue(element: Element | Column, value: AnswerValue): AnswerValue {
  if (typeof value !== 'string') return value;
  switch (element.type) {
    case 'date':
      return /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value;
    case 'number':
      return /^\d{1,9}$/.test(value) ? Number(value) : value;
    case 'money': {
      const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(value);
      return parts === null ? value : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
    }
    default:
      return value;
  }
}

/** The way back: as it stands on the keypad when the question is asked again. */
export function typedAgain(element: Element | Column, value: AnswerValue): AnswerValue {
  switch (element.type) {
    case 'date':
      return typeof value === 'string' ? value.replaceAll('-', '') : value;
    case 'number':
      return String(value);
    case 'money':
      if (typeof value !== 'number') return value;
      return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
    default:
      return value;
  }
}
