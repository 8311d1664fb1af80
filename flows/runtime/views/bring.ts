/** What a citizen needs to have at hand for some services: the ID card, each document once, and apart from these what only some need. */
import type { MaterialId } from '#contract/ids.ts';
import { AGENT_PAPER } from '../../compile/agent-steps.ts';
import type { Service } from '../../language/service.ts';
import { inARow } from './in-a-row.ts';
import type { Scene } from './scene.ts';

export interface Bring {
  /** What everybody brings. */
  readonly sure: string;
  /** What is needed in some cases, each with its case; null where there is none. */
  readonly maybe: string | null;
}

/** 代办: both cards, and the applicant's word on paper. */
export function thingsOfAgent({ t, say, content }: Scene): readonly string[] {
  const paper = content.materials[AGENT_PAPER];
  return [t('fact.cardOfAgent'), t('fact.cardOfApplicant'), ...(paper === undefined ? [] : [say(paper.label)])];
}

/** `first`: what is wanted whatever the service. */
export function whatToBring(
  scene: Scene,
  services: readonly Service[],
  first: readonly string[] = [scene.t('fact.idCard')],
): Bring {
  const { t, say, content, language } = scene;
  const listed = services.flatMap(({ materials }) => materials);
  /** None where one of the services wants it in any case. */
  const casesOf = (id: MaterialId): readonly string[] => {
    const cases = listed.flatMap(({ material, only }) => (material === id ? [only] : []));
    return cases.includes(undefined) ? [] : [...new Set(cases.flatMap((only) => only ?? []).map((only) => say(only)))];
  };
  const papers = [...new Set(listed.map(({ material }) => material))].flatMap((id) => {
    const material = content.materials[id];
    return material === undefined ? [] : [{ paper: say(material.label), cases: casesOf(id) }];
  });
  const sure = papers.flatMap(({ paper, cases }) => (cases.length === 0 ? [paper] : []));
  const maybe = papers.flatMap(({ paper, cases }) =>
    cases.length === 0 ? [] : [t('fact.paperOnlyIf', { paper, only: inARow(cases, language, 'disjunction') })],
  );
  return {
    sure: inARow([...first, ...sure], language),
    // Neither "and" nor "or": nobody knows yet how many of them it will be.
    maybe: maybe.length === 0 ? null : maybe.join(language === 'zh-CN' ? '、' : ', '),
  };
}

/** The same in one line. */
export function toBring(scene: Scene, services: readonly Service[]): string {
  const { sure, maybe } = whatToBring(scene, services);
  return maybe === null ? sure : scene.t('fact.alsoMaybe', { sure, papers: maybe });
}
