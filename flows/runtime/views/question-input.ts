/** How a question is answered: the keypad, choice or pad that its kind asks for, with what is offered now. */
import type { z } from 'zod';
import type { AnswerRow } from '#contract/screen/intent.ts';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { SIGNED_LATER } from '#contract/signature.ts';
import { optionsNow } from '../../compile/answers.ts';
import type { Column, Element, ElementOf } from '../../language/element.ts';
import { fieldInWords } from '../../language/field-in-words.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

type Input = z.input<typeof QuestionInput>;

/** `known`: what the card, a lookup or a paper says; `row`: where a column is asked, the row it stands in. */
export function inputOf(scene: Scene, element: Element | Column, known: string | null, row?: AnswerRow): Input {
  const { say, t } = scene;
  switch (element.type) {
    case 'mobile':
      return { kind: 'digits', length: element.length, groups: [...element.groups] };
    case 'code':
      return { kind: 'code', length: element.length, groups: [...element.groups], letters: element.letters };
    case 'promise':
    case 'signature': {
      const words = { hint: t('ask.signHere'), clear: t('button.signAgain') };
      const later = element.type === 'promise' || element.later === undefined ? null : say(element.later);
      return { kind: 'signature', ...words, later, laterValue: SIGNED_LATER };
    }
    case 'handwriting': {
      const hint = t(known === null ? 'ask.writeHere' : 'ask.writeInstead');
      return { kind: 'handwriting', hint, clear: t('button.writeAgain'), known };
    }
    case 'number':
      return { kind: 'number', places: placesOf(element.max), unit: say(element.unit) };
    case 'money':
      return {
        kind: 'money',
        places: placesOf(Math.trunc(element.max / 100)),
        unit: t('unit.yuan'),
        point: t('label.point'),
      };
    case 'date':
      return {
        kind: 'date',
        units: { year: t('unit.year'), month: t('unit.month'), day: t('unit.day') },
        hint: t('ask.dateHint'),
      };
    case 'yesNo':
      return { kind: 'yesNo', yes: say(element.yes), no: say(element.no) };
    case 'choice':
      return { kind: 'choice', options: choicesNow(scene, element, row) };
    case 'pick':
      return { kind: 'pick', options: rowsFound(scene, element), nothing: t('ask.nothingToPick') };
    case 'rows':
      throw new RangeError('a list is not asked for on one page');
  }
}

/** What there is to choose from, for the ear. */
export function offeredIn(input: Input): readonly string[] {
  return input.kind === 'choice' || input.kind === 'pick' ? input.options.map(({ label }) => label) : [];
}

function placesOf(most: number): number {
  return String(most).length;
}

function choicesNow(
  scene: Scene,
  { options }: Pick<ElementOf<'choice'>, 'options'>,
  row?: AnswerRow,
): Extract<Input, { kind: 'choice' }>['options'] {
  const { say } = scene;
  const running = runningIn(scene);
  const offered = optionsNow(options, running.rules, contextOf(running), row);
  // An option whose rule can't answer can't be judged either: choosing leads to the fault page.
  return (offered.ok ? offered.value : options).map(({ value, label, detail }) => ({
    value,
    label: say(label),
    ...(detail === undefined ? {} : { detail: say(detail) }),
  }));
}

function rowsFound(
  scene: Scene,
  { source: id, title, details }: ElementOf<'pick'>,
): Extract<Input, { kind: 'pick' }>['options'] {
  const { content, say } = scene;
  const source = content.sources[id];
  if (source?.rows === undefined) return [];
  const { key, fields } = source.rows;
  return (contextOf(runningIn(scene)).data[id]?.found?.rows ?? []).map((row) => {
    const shown = (name: string): string => {
      const field = fields[name];
      return field === undefined ? '' : say(fieldInWords(field, row[name]));
    };
    return {
      value: String(row[key]),
      label: shown(title),
      details: details.flatMap((name) => {
        const field = fields[name];
        const value = shown(name);
        return field === undefined || value === '' ? [] : [{ label: say(field.label), value }];
      }),
    };
  });
}
