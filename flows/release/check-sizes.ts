/** Whether what stands on buttons and in headings fits each machine in the elder scale: estimated in millimetres. */
import type { Json } from '#contract/json.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import { ordinaryTextMm, TEXT_FACTORS } from '#contract/screen/text-sizes.ts';
import { longestForm } from '../language/texts.ts';
import type { Parts } from './assemble.ts';
import { tell } from '../findings/findings.table.ts';
import { TEXT_PLACES } from '../findings/things.table.ts';
import type { Problem } from './finding.ts';

/** How wide a character is, of the letters' size; a Chinese one is as wide as high. */
const NARROW = /[iljtfrI.,;:!'|()[\] ]/;
const WIDE = /[mwMW@—]/;
const LATIN = /[\u0020-\u024f]/;

function widthOf(character: string): number {
  if (!LATIN.test(character)) return 1;
  if (NARROW.test(character)) return 0.32;
  if (WIDE.test(character)) return 0.9;
  return character >= 'A' && character <= 'Z' ? 0.68 : 0.56;
}

export function widthMm(text: string, letterMm: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * letterMm;
}

/** Where a text stands: how many lines it may take, its letters beside ordinary ones, its share of the screen's width. */
const PLACES = {
  option: { lines: 3, letters: 1, share: 0.72 },
  title: { lines: 2, letters: 1.25, share: 0.86 },
  question: { lines: 4, letters: 1.25, share: 0.86 },
  button: { lines: 2, letters: 1, share: 0.42 },
} as const;
type PlaceName = keyof typeof PLACES;

export function checkSizes(parts: Parts, files: ReadonlyMap<string, Json>): readonly Problem[] {
  const [narrowest] = [...parts.stations.values()].map(({ machine }) => machine).toSorted(byRoom);
  if (narrowest === undefined) return [];
  const problems: Problem[] = [];
  const fits = (text: string, place: PlaceName, file: string, path: readonly PropertyKey[]): void => {
    const { lines, letters, share } = PLACES[place];
    const room = narrowest.widthMm * share * lines;
    const needs = widthMm(text, ordinaryTextMm(narrowest) * TEXT_FACTORS.elder * letters);
    if (needs <= room) return;
    const told = { place: TEXT_PLACES[place], needs: Math.ceil(needs), room: Math.floor(room), lines };
    problems.push({ ...tell('text.tooWide', told), file, path });
  };
  const both = (text: LocalText, place: PlaceName, file: string, path: readonly PropertyKey[]): void => {
    for (const language of Object.keys(text) as Language[]) fits(text[language], place, file, [...path, language]);
  };
  for (const [id, service] of parts.services) both(service.title, 'title', `services/${id}`, ['title']);
  for (const [id, group] of parts.packages) both(group.title, 'title', `packages/${id}`, ['title']);
  for (const [id, element] of Object.entries(parts.elements ?? {})) {
    both(element.label, 'title', 'elements', [id, 'label']);
    both(element.question, 'question', 'elements', [id, 'question']);
    if (element.type === 'choice')
      for (const [index, option] of element.options.entries())
        both(option.label, 'option', 'elements', [id, 'options', index, 'label']);
    if (element.type === 'yesNo')
      for (const answer of ['yes', 'no'] as const) both(element[answer], 'option', 'elements', [id, answer]);
  }
  for (const [id, material] of Object.entries(parts.materials ?? {}))
    both(material.label, 'title', 'materials', [id, 'label']);
  for (const [file, texts] of files)
    if (file.startsWith('texts/') && typeof texts === 'object' && texts !== null && !Array.isArray(texts))
      for (const [key, text] of Object.entries(texts))
        if (key.startsWith('button.') && typeof text === 'string') fits(longestForm(text), 'button', file, [key]);
  return problems;
}

/** Letters are as large as the distance asks: the machine with least room for them comes first. */
function byRoom(one: MachineProfile, other: MachineProfile): number {
  return one.widthMm / ordinaryTextMm(one) - other.widthMm / ordinaryTextMm(other);
}
