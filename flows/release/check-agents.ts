/** Whether what is asked of everybody who does something for somebody else (代办) is there, wherever a service allows it. */
import { AGENT_PAPER, AGENT_QUESTIONS } from '../compile/agent-steps.ts';
import type { Elements } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import type { Service } from '../language/service.ts';
import { tell } from '../findings/findings.table.ts';
import type { Problem } from './finding.ts';

export function checkAgents(
  services: ReadonlyMap<string, Service>,
  elements: Elements,
  materials: Materials,
): readonly Problem[] {
  const { relation, consent } = AGENT_QUESTIONS;
  const written = materials[AGENT_PAPER];
  const mayFollow = written?.capture !== undefined && written.deferrableWorkdays !== null;
  const isThere = mayFollow && elements[relation]?.type === 'choice' && elements[consent]?.type === 'promise';
  if (isThere) return [];
  return [...services].flatMap(([id, { agent }]): Problem[] => {
    if (!agent) return [];
    return [
      {
        ...tell('agent.questions', { relation, consent, paper: AGENT_PAPER }),
        file: `services/${id}`,
        path: ['agent'],
      },
    ];
  });
}
