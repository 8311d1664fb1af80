/** A visit as it is kept on disk, and the way back: only into the same release and the very same plan. */
import { z } from 'zod';
import type { OpenSession } from '#contract/journal.ts';
import { ServiceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { PlanContext } from '../compile/plan-context.ts';
import { PlanMode } from '../compile/plan-mode.ts';
import { DialogOpen, Place, SessionContext } from './session-context.ts';
import { pageOf, type Program, type Visit } from './visit.ts';

type StateValue = string | { [key: string]: StateValue };
const PlanValue: z.ZodType<StateValue> = z.lazy(() => z.union([z.string(), z.record(z.string(), PlanValue)]));

const SavedVisit = z.strictObject({
  release: z.number().int(),
  hall: z.strictObject({
    value: z.strictObject({
      place: Place,
      dialog: DialogOpen,
    }),
    context: SessionContext,
  }),
  plan: z
    .strictObject({
      services: z.array(ServiceId).min(1),
      mode: PlanMode,
      hash: z.string(),
      value: PlanValue,
      context: PlanContext,
    })
    .nullable(),
});

/** Undefined fields (a card without an address) vanish on the way, as JSON wants it. */
export function saveVisit(visit: Visit, release: number): Json {
  const { hall, plan } = visit;
  const saved = {
    release,
    hall: { value: hall.value, context: hall.context },
    plan:
      plan === null
        ? null
        : {
            services: plan.plan.services.map(({ id }) => id),
            mode: plan.plan.mode,
            hash: plan.plan.hash,
            value: plan.snapshot.value,
            context: plan.snapshot.context,
          },
  };
  return JSON.parse(JSON.stringify(saved)) as Json;
}

export type RestoreRefusal = 'malformed' | 'otherRelease' | 'otherPlan' | 'otherSession';

/**
 * xstate itself restores a snapshot into any machine that happens to have a state of that name,
 * so release and plan hash are compared first.
 */
export function restoreVisit(program: Program, release: number, open: OpenSession): Result<Visit, RestoreRefusal> {
  const parsed = SavedVisit.safeParse(open.snapshot);
  if (!parsed.success) return fail('malformed');
  const { hall, plan } = parsed.data;
  if (parsed.data.release !== release) return fail('otherRelease');
  if (hall.context.session !== open.session) return fail('otherSession');
  const visit: Visit = { hall: program.hall.resolveState(hall), plan: null };
  if (plan === null) return ok(visit);
  try {
    const compiled = program.plan(plan.services, plan.mode);
    if (compiled.plan.hash !== plan.hash) return fail('otherPlan');
    const snapshot = compiled.machine.resolveState({ value: plan.value, context: plan.context });
    const running = { ...compiled, snapshot };
    // A state without a page can't be shown: it isn't one this plan was saved in.
    if (snapshot.status === 'active' && hall.value.place === 'plan') pageOf(running);
    return ok({ ...visit, plan: running });
  } catch {
    return fail('otherPlan');
  }
}
