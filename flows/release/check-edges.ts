/** Whether every edge of a device step leads on: a paper that must be there now can't be brought later. */
import type { Materials } from '../language/material.ts';
import type { Service } from '../language/service.ts';
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
              rule: 'step.deadEdge',
              file: `services/${service.id}`,
              path: ['steps', index, 'faults', fault],
              message: `after ${fault} the paper "${now}" would be brought later, but it must be there now`,
              suggestion: 'write retry or leave-safely, or give the paper `deferrableWorkdays`',
            },
          ]
        : [],
    );
  });
}
