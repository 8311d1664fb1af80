/** Whether every question has a way to its answer: what is said to come from a paper is read from one. */
import { tell, type Told } from '../findings/findings.table.ts';
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
      const problem = (told: Told): Problem[] => [{ ...told, file: 'elements', path: [id, 'sources', index] }];
      if (source === 'scan' && !read.has(id as keyof Elements)) return problem(tell('source.noPaper', { element: id }));
      if (source === 'drawn' && !isDrawn(element)) return problem(tell('source.notDrawn', { element: id }));
      if (source === 'typed' && isDrawn(element)) return problem(tell('source.notTyped', { element: id }));
      return [];
    }),
  );
}
