/** Everything a plan machine can ask and do, by name: the acts of each topic put together in one xstate set-up. */
import { setup } from 'xstate';
import type { FaultCode } from '#contract/faults.table.ts';
import { Day } from '#contract/ids.ts';
import type { FaultEdge } from '../language/fault-edges.ts';
import { answerActions, answerGuards } from './acts/answers.ts';
import { cardActions, cardGuards } from './acts/card.ts';
import { closingActions, closingGuards } from './acts/closing.ts';
import { decidingActions, decidingGuards } from './acts/deciding.ts';
import { goingActions, goingGuards } from './acts/going.ts';
import { lookingUpActions, lookingUpGuards } from './acts/looking-up.ts';
import { provingActions, provingGuards } from './acts/proving.ts';
import { promiseActions, promiseGuards } from './acts/promises.ts';
import { paperActions, paperGuards } from './acts/papers.ts';
import type { PlanWords } from './compile-plan.ts';
import { rowsActions, rowsGuards } from './acts/rows.ts';
import type { PlanMeta } from './page.ts';
import { freshContext, type PlanContext } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';
import type { PlanRules } from './plan-rules.ts';
import type { Plan } from './plan.ts';
import type { RunsAt } from './records.ts';
import type { Stop } from './stops.ts';

/** What a plan is compiled from. */
export interface PlanParts extends PlanWords {
  readonly plan: Plan;
  readonly stops: readonly Stop[];
  readonly rules: PlanRules;
  readonly runsAt: RunsAt;
}

export type EdgesOf = Readonly<Partial<Record<FaultCode, FaultEdge>>>;

export function planSetup(parts: PlanParts) {
  return setup({
    types: {
      context: {} as PlanContext,
      events: {} as PlanEvent,
      input: {} as { readonly today: Day },
      meta: {} as PlanMeta,
      tags: {} as 'working',
    },
    guards: {
      ...goingGuards(parts),
      ...answerGuards(parts),
      ...rowsGuards(parts),
      ...cardGuards,
      ...paperGuards(parts),
      ...decidingGuards,
      ...promiseGuards,
      ...lookingUpGuards,
      ...provingGuards(parts),
      ...closingGuards,
    },
    actions: {
      ...goingActions,
      ...answerActions(parts),
      ...rowsActions(parts),
      ...cardActions(parts),
      ...paperActions(parts),
      ...decidingActions(parts),
      ...lookingUpActions(parts),
      ...promiseActions,
      ...provingActions,
      ...closingActions(parts),
    },
  });
}

export type PlanSetup = ReturnType<typeof planSetup>;
/** One state of a plan machine, checked against the names above. */
export type PlanState = NonNullable<NonNullable<Parameters<PlanSetup['createMachine']>[0]['states']>[string]>;

/** xstate's `transition` begins every time with an actor that has no input, and throws it away: it need not cost anything. */
const NOBODY = freshContext(Day.parse('2026-01-01'));
export const freshPlan = ({ input }: { input?: { readonly today: Day } }): PlanContext =>
  input === undefined ? NOBODY : freshContext(input.today);
