/** One event, one pure step of the whole visit: session machine, then plan, then what each means for the other. */
import { initialTransition, transition } from 'xstate';
import type { RecordBody } from '#contract/record.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { type HallEvent, isByHand, isForHall, isForPlan, type SessionEvent } from './session-events.ts';
import { dialogOf, pageOf, placeOf, type Program, type RunningPlan, type Visit } from './visit.ts';

export interface Advanced {
  readonly visit: Visit;
  /** To be committed with the snapshot of `visit`, before anything of it is shown. */
  readonly bodies: readonly RecordBody[];
}

/** With a dialog open nothing below it can be touched; what activities report passes it. */
const OVER_A_DIALOG: ReadonlySet<SessionEvent['type']> = new Set(['stay', 'confirmLeave', 'language', 'scale', 'help']);

/** What each end of a plan, other than being done, means for the hall. */
const ENDS: Readonly<Record<string, 'plan.left' | 'plan.declined'>> = { left: 'plan.left', declined: 'plan.declined' };

/** Null when the event means nothing now. `at`: wall time in ms. */
export function advance(program: Program, visit: Visit, event: SessionEvent, at: number): Advanced | null {
  if (dialogOf(visit) !== 'closed' && isByHand(event) && !OVER_A_DIALOG.has(event.type)) return null;
  if (event.type === 'leave' && !mayLeave(visit)) return null;
  // The session's key is being destroyed: nothing more can be kept of it.
  if (placeOf(visit) === 'forgetting' && isByHand(event)) return null;
  let next: Visit = visit;
  let bodies: readonly RecordBody[] = [];
  if (isForHall(event)) next = inHall(program, next, event);
  if (isForPlan(event) && placeOf(visit) === 'plan' && next.plan !== null) {
    // The stamp's language is the citizen's, and no event that a plan knows carries one of its own.
    const stamped = {
      ...event,
      at,
      language: visit.hall.context.language,
      assisted: visit.hall.context.beside !== 'nobody',
    } as PlanEvent;
    const stepped = inPlan(next.plan, stamped);
    if (stepped !== null) {
      next = { ...next, plan: stepped.plan };
      bodies = stepped.bodies;
      const { status, value } = stepped.plan.snapshot;
      if (status === 'done') next = inHall(program, next, { type: ENDS[String(value)] ?? 'plan.done' });
    }
  }
  if (next === visit) return null;
  if (isByHand(event) && placeOf(next) !== 'attract') next = inHall(program, next, { type: 'touched' });
  return { visit: withPlan(program, next), bodies };
}

/** Before anyone came, and when it is over already, there is nothing to leave; a submission is never left half done. */
export function mayLeave(visit: Visit): boolean {
  const place = placeOf(visit);
  if (place === 'attract' || place === 'goodbye' || place === 'forgetting') return false;
  if (place !== 'plan' || visit.plan === null) return true;
  const { page, activity } = pageOf(visit.plan);
  return activity === null || page.kind === 'identify' || page.kind === 'lookup' || page.kind === 'scan';
}

function inHall(program: Program, visit: Visit, event: HallEvent): Visit {
  if (!visit.hall.can(event)) return visit;
  return { ...visit, hall: transition(program.hall, visit.hall, event)[0] };
}

function inPlan(running: RunningPlan, event: PlanEvent): { plan: RunningPlan; bodies: readonly RecordBody[] } | null {
  if (running.snapshot.status !== 'active' || !running.snapshot.can(event)) return null;
  const [snapshot, actions] = transition(running.machine, running.snapshot, event);
  const bodies = actions.flatMap((action) =>
    action.type === 'record' ? ((action.params as { bodies: readonly RecordBody[] }).bodies ?? []) : [],
  );
  return { plan: { ...running, snapshot }, bodies };
}

/** A plan begins with its place and ends when the citizen goes back out of it or is forgotten. */
function withPlan(program: Program, visit: Visit): Visit {
  const { began, today } = visit.hall.context;
  switch (placeOf(visit)) {
    case 'plan': {
      if (visit.plan !== null || began === null || today === null) return visit;
      const compiled = program.plan(began.services, began.as);
      return { ...visit, plan: { ...compiled, snapshot: initialTransition(compiled.machine, { today })[0] } };
    }
    case 'attract':
    case 'catalogue':
    case 'search':
    case 'service':
    case 'package':
    case 'places':
    case 'cart':
      return visit.plan === null ? visit : { ...visit, plan: null };
    case 'goodbye':
    case 'forgetting':
      return visit;
  }
}
