/** Whether what a material's recipe reads can be found on the paper, and can answer what it is said to answer. */
import type { FieldKind } from '#contract/ocr.ts';
import type { Element, Elements } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import type { RecipeField } from '../language/recipe.ts';
import type { Problem, Untold } from './finding.ts';

/** What can be typed can be read from paper; what is chosen or signed can't. */
const CAN_ANSWER: Readonly<Partial<Record<Element['type'], readonly FieldKind[]>>> = {
  mobile: ['text'],
  code: ['text', 'uscc', 'idNumber'],
};

/** `elements` is null where their file could not be read: nothing can be said about them then. */
export function checkRecipes(materials: Materials, elements: Elements | null): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, { recipe, capture }] of Object.entries(materials)) {
    if (recipe === undefined) continue;
    const found = (rule: string, place: readonly PropertyKey[], message: string, suggestion: string): void => {
      problems.push({ rule, file: 'materials', path: [id, 'recipe', ...place], message, suggestion });
    };
    if (capture === undefined)
      found('recipe.noPicture', [], `"${id}" has a recipe, but nobody takes a picture of it`, 'add `capture`');
    for (const [name, field] of Object.entries(recipe.fields)) {
      const at = (...place: readonly string[]): readonly string[] => ['fields', name, ...place];
      if (field.capitals !== undefined && field.kind !== 'money')
        found('recipe.capitals', at('capitals'), `"${name}" is no amount of money`, 'remove `capitals`');
      if (field.answers !== undefined && elements !== null) {
        const problem = wrongAnswer(field, name, elements);
        if (problem !== null) found(problem.rule, at('answers'), problem.message, problem.suggestion);
      }
      const other = Object.entries(recipe.fields).find((each) => each[0] < name && readTheSame(field, each[1]));
      if (other !== undefined)
        found(
          'recipe.samePlace',
          at('anchors'),
          `"${name}" and "${other[0]}" would read the same place`,
          'say with `place` which of several places each one reads, or give them different printed words',
        );
    }
  }
  return problems;
}

type Wrong = Untold;

function wrongAnswer({ answers, kind }: RecipeField, name: string, elements: Elements): Wrong | null {
  const entry = Object.entries(elements).find(([id]) => id === answers);
  if (entry === undefined)
    return {
      rule: 'reference.missing',
      message: `there is no element "${answers ?? ''}"`,
      suggestion: `known: ${Object.keys(elements).slice(0, 10).join(', ') || 'none'}`,
    };
  const [id, { type }] = entry;
  const kinds = CAN_ANSWER[type] ?? [];
  if (kinds.includes(kind)) return null;
  return {
    rule: 'recipe.kind',
    message: `"${name}" is read as ${kind}, but the question "${id}" is of type ${type}`,
    suggestion:
      kinds.length === 0 ? 'let the citizen answer it: remove `answers`' : `read it as one of: ${kinds.join(', ')}`,
  };
}

/** The same printed words, and not told apart by which of them is meant. */
function readTheSame(one: RecipeField, other: RecipeField): boolean {
  if (!one.anchors.some((wording) => other.anchors.includes(wording))) return false;
  return one.value === other.value && one.place?.nth === other.place?.nth;
}
