/** Whether every edge of a device step leads on: a paper that must be there now can't be brought later. */
import { faultInWords } from '../findings/things.table.ts';
import type { Materials } from '../language/material.ts';
import type { Service } from '../language/service.ts';
import { tell } from '../findings/findings.table.ts';
import type { Problem } from './finding.ts';

export function checkEdges(service: Service, materials: Materials): readonly Problem[] {
  return service.steps.flatMap((step, index) => {
    if (step.kind !== 'scan') return [];
    const now = step.materials.find((id) => materials[id]?.deferrableWorkdays === null);
    if (now === undefined) return [];
    return Object.entries(step.faults).flatMap(([fault, edge]) =>
      edge === 'skip-with-deferral'
        ? [
            {
              ...tell('step.deadEdge', { fault, words: faultInWords(fault), paper: now }),
              file: `services/${service.id}`,
              path: ['steps', index, 'faults', fault],
            },
          ]
        : [],
    );
  });
}
