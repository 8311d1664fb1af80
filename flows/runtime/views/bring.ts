/** What a citizen needs to have at hand for some services: the ID card, and each document once. */
import type { Service } from '../../language/service.ts';
import { inARow } from './in-a-row.ts';
import type { Scene } from './scene.ts';

export function toBring({ t, say, content, language }: Scene, services: readonly Service[]): string {
  const documents = [...new Set(services.flatMap(({ materials }) => materials.map(({ material }) => material)))]
    .flatMap((id) => content.materials[id] ?? [])
    .map((material) => say(material.label));
  return inARow([t('fact.idCard'), ...documents], language);
}
