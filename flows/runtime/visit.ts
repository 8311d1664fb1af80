/** One citizen's visit as a value: where the session machine is, and the plan that runs under it. */
import { initialTransition, type SnapshotFrom } from 'xstate';
import type { ServiceId } from '#contract/ids.ts';
import type { Page, PlanActivity } from '../compile/page.ts';
import type { PlanMachine } from '../compile/compile-plan.ts';
import type { PlanContext } from '../compile/plan-context.ts';
import type { PlanMode } from '../compile/plan-mode.ts';
import type { PlanRules } from '../compile/plan-rules.ts';
import type { Plan } from '../compile/plan.ts';
import type { Content } from '../release/content.ts';
import type { DialogOpen, Place } from './session-context.ts';
import type { SessionMachine, SessionSnapshot } from './session.machine.ts';

export interface CompiledPlan {
  readonly plan: Plan;
  readonly machine: PlanMachine;
  /** The release's rules, as the machine asks them. */
  readonly rules: PlanRules;
  /** The release, its questions in the words of the plan's mode. */
  readonly content: Content;
}

export interface RunningPlan extends CompiledPlan {
  readonly snapshot: SnapshotFrom<PlanMachine>;
}

export interface Visit {
  readonly hall: SessionSnapshot;
  /** From `startService` until the citizen is forgotten or goes back out of it. */
  readonly plan: RunningPlan | null;
}

/** What visits run on: the machines of one station under one release. */
export interface Program {
  readonly hall: SessionMachine;
  /** Compiles on first use, whatever the order of `services`. Throws for a service that isn't in the release. */
  plan(services: readonly ServiceId[], mode?: PlanMode): CompiledPlan;
}

export function emptyVisit(program: Program): Visit {
  return { hall: initialTransition(program.hall)[0], plan: null };
}

export function placeOf(visit: Visit): Place {
  return visit.hall.value.place;
}

export function dialogOf(visit: Visit): DialogOpen {
  return visit.hall.value.dialog;
}

/** The page a running plan shows and the activity it declares there. */
export function pageOf(running: RunningPlan): { readonly page: Page; readonly activity: PlanActivity | null } {
  for (const meta of Object.values(running.snapshot.getMeta())) {
    if (meta !== undefined) return { page: meta.page, activity: meta.activity ?? null };
  }
  throw new Error(`no page in state ${JSON.stringify(running.snapshot.value)}`);
}

/** Whether the citizen could do this on the page of a plan; when, and in which language, decides nothing. */
export function canDo(running: RunningPlan, type: 'back' | 'defer' | 'next' | 'retry'): boolean {
  return running.snapshot.can({ type, at: 0, language: 'zh-CN' });
}

export function contextOf(running: RunningPlan): PlanContext {
  return running.snapshot.context;
}

/** The machine itself is busy (reading, submitting, printing): nobody expects a touch. */
export function isWorking(visit: Visit): boolean {
  return placeOf(visit) === 'plan' && visit.plan !== null && visit.plan.snapshot.hasTag('working');
}

/** In this session, be it for a plan that is over by now: the card may still lie on the reader. */
export function cardWasRead(visit: Visit): boolean {
  return (
    visit.hall.context.served ||
    (visit.plan !== null && visit.plan.plan.mode.kind === 'apply' && contextOf(visit.plan).card !== null)
  );
}

/** Something was filled in that no case holds yet; a card is read again in a moment. */
export function wouldLose(visit: Visit): boolean {
  if (visit.plan === null || placeOf(visit) !== 'plan' || visit.plan.plan.mode.kind !== 'apply') return false;
  const { answers, pages, submittedAt } = contextOf(visit.plan);
  return (
    submittedAt === null && (Object.keys(answers).length > 0 || Object.values(pages).some((taken) => taken.length > 0))
  );
}
