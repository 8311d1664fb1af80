/** One service walked as every possible citizen would: for themselves, by somebody else for them, and only to practise. */
import { Day } from '#contract/ids.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { APPLY, type PlanMode } from '../compile/plan-mode.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { planRules } from '../compile/plan-rules.ts';
import { drawPlan, type Plan } from '../compile/plan.ts';
import { canBePractised, type Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { possibleEvents, STATION } from './possible-events.ts';
import { rulesOf } from './rules-of.ts';
import { startOf, type Visited, type Walk, walk, type WalkOptions } from './walk-plan.ts';
import { whatMatters } from './what-matters.ts';

/** No clock here: the same source gives the same findings on any day. */
const SOME_DAY = Day.parse('2026-06-15');

/** Our largest service has some 400 in one mode; beyond this, trying takes longer than a publisher waits. */
const MOST_STATES = 4000;

export interface ServiceWalk extends Walk {
  readonly mode: PlanMode;
  readonly plan: Plan;
}

/**
 * In each mode one walk for the day, and one for each day that a rule names; none after a mode with too many ways. The
 * service must be offered and its content without problems.
 */
export function walkService(content: Content, service: Service): readonly ServiceWalk[] {
  const walks: ServiceWalk[] = [];
  for (const mode of modesOf(service)) {
    walks.push(...walkAs(content, service, mode));
    if (walks.some(({ whole }) => !whole)) break;
  }
  return walks;
}

function modesOf(service: Service): readonly PlanMode[] {
  return [
    APPLY,
    ...(service.agent ? [{ ...APPLY, agent: true }] : []),
    ...(canBePractised(service) ? [{ kind: 'practise', agent: false } as const] : []),
  ];
}

/** `options`: how a test walks it otherwise. */
export function walkAs(
  content: Content,
  service: Service,
  mode: PlanMode,
  options?: WalkOptions,
): readonly ServiceWalk[] {
  const expressions = rulesOf(service, content.elements);
  const named = [...new Set(expressions.join('\n').match(/\b\d{4}-\d{2}-\d{2}\b/g))];
  const days = [SOME_DAY, ...named.flatMap((text) => Day.safeParse(text).data ?? [])];
  const rules = planRules(content);
  const plan = { ...drawPlan(content, [service.id], mode), hash: 'gate' };
  const machine = compilePlan(plan, content, rules, { station: STATION, release: 1 });
  const how = { mayTry: leadsOn, ...(options ?? { limit: MOST_STATES, nameOf: whatMatters(plan, content, rules) }) };
  return days.map((today) => ({
    ...walk(machine, startOf(machine, today), possibleEvents(plan, content, expressions, today), how),
    mode,
    plan,
  }));
}

/** Back from any other page comes to where one was, with more said than is asked there. From a refusal it is the only way on. */
function leadsOn({ type }: PlanEvent, snapshot: Visited['snapshot']): boolean {
  if (type !== 'back') return true;
  const atCheck = Object.values(snapshot.getMeta()).some((meta) => meta?.page.kind === 'check');
  return atCheck && snapshot.context.decisions.some(({ eligible }) => !eligible);
}
