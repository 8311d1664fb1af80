/** What each key does to what is typed, for every kind of question with a keypad: digits, a day, a number, an amount. */
import type { QuestionInput } from '#contract/screen/question-input.ts';

export type TypedInput = Extract<QuestionInput, { kind: 'digits' | 'code' | 'date' | 'number' | 'money' }>;

export interface Typing {
  /** What may be typed besides digits. */
  readonly letters: string;
  press(draft: string, key: string): string;
  erase(draft: string): string;
  /** Nothing more fits. */
  isFull(draft: string): boolean;
  /** The draft as it is given. */
  given(draft: string): string;
}

const eraseOne = (draft: string): string => draft.slice(0, -1);
const same = (draft: string): string => draft;

export function typingOf(input: TypedInput): Typing {
  switch (input.kind) {
    case 'digits':
      return inPlaces(input.length, '');
    case 'code':
      return inPlaces(input.length, input.letters);
    case 'date':
      return { letters: '', press: typeDate, erase: eraseDate, isFull: (draft) => draft.length >= 8, given: wholeDate };
    case 'number':
      return {
        letters: '',
        press: (draft, key) => typeWhole(draft, key, input.places),
        erase: eraseOne,
        isFull: (draft) => draft.length >= input.places,
        given: same,
      };
    case 'money':
      return {
        letters: '.',
        press: (draft, key) => typeAmount(draft, key, input.places),
        erase: eraseOne,
        isFull: (draft) => /\.\d\d$/.test(draft),
        given: wholeAmount,
      };
  }
}

function inPlaces(length: number, letters: string): Typing {
  return {
    letters,
    press: (draft, key) => (draft.length < length ? draft + key : draft),
    erase: eraseOne,
    isFull: (draft) => draft.length >= length,
    given: same,
  };
}

/** `1950` and 3 is March: no month begins with 3. `19501` and 5 is 5 January. A zero too many is not taken. */
function typeDate(draft: string, key: string): string {
  const [month, day] = [draft.slice(4, 6), draft.slice(6)];
  if (draft.length < 4) return draft + key;
  if (month === '') return key > '1' ? `${draft}0${key}` : draft + key;
  if (month.length === 1) {
    if (month === '1' && key > '2') return typeDate(`${draft.slice(0, 4)}01`, key);
    return month === '0' && key === '0' ? draft : draft + key;
  }
  if (day === '') return key > '3' ? `${draft}0${key}` : draft + key;
  if (day.length === 1) return (day === '3' && key > '1') || (day === '0' && key === '0') ? draft : draft + key;
  return draft;
}

/** The zero that was put before a digit goes with it. */
function eraseDate(draft: string): string {
  const left = draft.slice(0, -1);
  return (left.length === 5 || left.length === 7) && left.endsWith('0') ? left.slice(0, -1) : left;
}

/** `1950013` is 3 January: nothing more was meant. */
function wholeDate(draft: string): string {
  return draft.length === 7 && !draft.endsWith('0') ? `${draft.slice(0, 6)}0${draft.slice(6)}` : draft;
}

function typeWhole(draft: string, key: string, places: number): string {
  if (draft === '0') return key;
  return draft.length < places ? draft + key : draft;
}

function typeAmount(draft: string, key: string, places: number): string {
  const [yuan = '', fen] = draft.split('.');
  if (key === '.') return fen === undefined ? `${yuan === '' ? '0' : yuan}.` : draft;
  if (fen === undefined) return typeWhole(draft, key, places);
  return fen.length < 2 ? draft + key : draft;
}

/** `12.` and `12.00` are `12`, `12.5` is `12.50`. */
function wholeAmount(draft: string): string {
  const [yuan = '', fen = ''] = draft.split('.');
  const whole = fen.padEnd(2, '0');
  return whole === '00' ? yuan : `${yuan}.${whole}`;
}

/** `1234.5` → `1,234.5`, as amounts are read. */
export function withCommas(amount: string): string {
  const [yuan = '', ...fen] = amount.split('.');
  return [yuan.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...fen].join('.');
}
