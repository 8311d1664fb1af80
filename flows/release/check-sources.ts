/** Whether every question has a way to its answer: what is said to come from a paper is read from one. */
import { type Elements, isDrawn } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import type { Problem } from './finding.ts';

export function checkSources(elements: Elements, materials: Materials): readonly Problem[] {
  const read = new Set(
    Object.values(materials).flatMap(({ recipe }) =>
      Object.values(recipe?.fields ?? {}).flatMap(({ answers }) => answers ?? []),
    ),
  );
  return Object.entries(elements).flatMap(([id, element]) =>
    element.sources.flatMap((source, index): Problem[] => {
      const problem = (message: string, suggestion: string): Problem[] => [
        { rule: 'source.never', file: 'elements', path: [id, 'sources', index], message, suggestion },
      ];
      if (source === 'scan' && !read.has(id as keyof Elements))
        return problem(`no paper is read for "${id}"`, 'write it into the recipe of a material, or take `scan` away');
      if (source === 'drawn' && !isDrawn(element))
        return problem(`"${id}" can’t be written with the finger`, 'write `typed`');
      if (source === 'typed' && isDrawn(element)) return problem(`"${id}" can’t be typed`, 'write `drawn`');
      return [];
    }),
  );
}
