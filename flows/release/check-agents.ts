/** Whether what is asked of everybody who does something for somebody else (代办) is there, wherever a service allows it. */
import { AGENT_QUESTIONS } from '../compile/agent-steps.ts';
import type { Elements } from '../language/element.ts';
import type { Service } from '../language/service.ts';
import { tell } from '../findings/findings.table.ts';
import type { Problem } from './finding.ts';

export function checkAgents(services: ReadonlyMap<string, Service>, elements: Elements): readonly Problem[] {
  const { relation, consent } = AGENT_QUESTIONS;
  const isThere = elements[relation]?.type === 'choice' && elements[consent]?.type === 'promise';
  if (isThere) return [];
  return [...services].flatMap(([id, { agent }]): Problem[] => {
    if (!agent) return [];
    return [{ ...tell('agent.questions', { relation, consent }), file: `services/${id}`, path: ['agent'] }];
  });
}
