/** Whether what a material's recipe reads can be found on the paper, and can answer what it is said to answer. */
import type { FieldKind } from '#contract/ocr.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { noSuch } from '../findings/no-such.ts';
import { listed } from '../findings/said.ts';
import type { Element, Elements } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import type { RecipeField } from '../language/recipe.ts';
import type { Problem } from './finding.ts';

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
    const found = (told: Told, ...place: readonly PropertyKey[]): void => {
      problems.push({ ...told, file: 'materials', path: [id, 'recipe', ...place] });
    };
    if (capture === undefined) found(tell('recipe.noPicture', { material: id }));
    for (const [name, field] of Object.entries(recipe.fields)) {
      if (field.capitals !== undefined && field.kind !== 'money')
        found(tell('recipe.capitals', { field: name }), 'fields', name, 'capitals');
      const wrong = elements === null ? null : wrongAnswer(field, name, elements);
      if (wrong !== null) found(wrong, 'fields', name, 'answers');
      const other = Object.entries(recipe.fields).find((each) => each[0] < name && readTheSame(field, each[1]));
      if (other !== undefined)
        found(tell('recipe.samePlace', { field: name, other: other[0] }), 'fields', name, 'anchors');
    }
  }
  return problems;
}

function wrongAnswer({ answers, kind }: RecipeField, name: string, elements: Elements): Told | null {
  if (answers === undefined) return null;
  const entry = Object.entries(elements).find(([id]) => id === answers);
  if (entry === undefined) return noSuch('element', answers, Object.keys(elements));
  const [element, { type }] = entry;
  const kinds = CAN_ANSWER[type] ?? [];
  if (kinds.includes(kind)) return null;
  return kinds.length === 0
    ? tell('recipe.notRead', { field: name, element, type })
    : tell('recipe.kind', { field: name, kind, element, type, kinds: listed(kinds) });
}

/** The same printed words, and not told apart by which of them is meant. */
function readTheSame(one: RecipeField, other: RecipeField): boolean {
  if (!one.anchors.some((wording) => other.anchors.includes(wording))) return false;
  return one.value === other.value && one.place?.nth === other.place?.nth;
}
