/** The papers of a service in words: original or copy and how many, what is done with it here, whether it may come later, and for whom. */
import type { Material } from '../../language/material.ts';
import type { Service } from '../../language/service.ts';
import type { Scene } from '../views/scene.ts';
import { standingAlone } from '../views/standing-alone.ts';

export function papersToBring(scene: Scene, { materials }: Service): readonly string[] {
  const { t, say, content } = scene;
  return materials.flatMap(({ material: id, only }) => {
    const material = content.materials[id];
    if (material === undefined) return [];
    const { label, deferrableWorkdays: days } = material;
    const how = howToBring(scene, material);
    const paper = t('notice.paper', {
      paper: say(label),
      how: days === null ? how : t('guide.laterWithin', { how, days }),
    });
    return [only === undefined ? standingAlone(paper) : t('notice.onlyIf', { only: say(only), what: paper })];
  });
}

export function howToBring({ t }: Scene, { bring: { as, count }, capture }: Material): string {
  const form = t(`notice.form.${as}`, { count });
  return t(capture === undefined ? 'notice.have' : 'notice.photographed', { form });
}
