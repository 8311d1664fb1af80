/** What a citizen needs to have at hand for some services: the ID card, and each document once, with the case in which it is wanted. */
import type { MaterialId } from '#contract/ids.ts';
import type { Service } from '../../language/service.ts';
import { inARow } from './in-a-row.ts';
import type { Scene } from './scene.ts';

export function toBring({ t, say, content, language }: Scene, services: readonly Service[]): string {
  const listed = services.flatMap(({ materials }) => materials);
  const papers = [...new Set(listed.map(({ material }) => material))].flatMap((id) => {
    const material = content.materials[id];
    if (material === undefined) return [];
    const cases = casesOf(id);
    const paper = say(material.label);
    return [
      cases.length === 0 ? paper : t('fact.paperOnlyIf', { paper, only: inARow(cases, language, 'disjunction') }),
    ];
  });
  return inARow([t('fact.idCard'), ...papers], language);

  /** None where one of the services wants it in any case. */
  function casesOf(id: MaterialId): readonly string[] {
    const wanted = listed.filter(({ material }) => material === id).map(({ only }) => only);
    return wanted.includes(undefined)
      ? []
      : [...new Set(wanted.flatMap((only) => (only === undefined ? [] : say(only))))];
  }
}
