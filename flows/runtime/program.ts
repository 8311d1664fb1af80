/** The machines of one station under one release, compiled from its content. */
import type { ServiceId, StationId } from '#contract/ids.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { makePlan } from '../compile/plan.ts';
import { makeRules } from '../language/rules.ts';
import type { Content } from '../release/content.ts';
import { sessionMachine } from './session.machine.ts';
import type { CompiledPlan, Program } from './visit.ts';

/** Throws when the station isn't in the release. */
export function makeProgram(content: Content, release: number, station: StationId): Program {
  const profile = content.stations.get(station);
  const [first, ...others] = profile?.languages ?? [];
  if (profile === undefined || first === undefined) throw new RangeError(`no station ${station} in this release`);
  const rules = makeRules(content.elements);
  const compiled = new Map<ServiceId, CompiledPlan>();
  return {
    hall: sessionMachine({
      languages: [first, ...others],
      listed: profile.services,
      offered: profile.services.filter((id) => content.services.get(id)?.offered === true),
    }),
    plan: (service) => {
      const known = compiled.get(service);
      if (known !== undefined) return known;
      const plan = makePlan(content, release, service);
      const machine = compilePlan(plan, content.elements, rules, { station, release });
      const fresh = { plan, machine, rules };
      compiled.set(service, fresh);
      return fresh;
    },
  };
}
