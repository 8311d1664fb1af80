/** The machines of one station under one release, compiled from its content. */
import type { StationId } from '#contract/ids.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { APPLY, modeKey, type PlanMode } from '../compile/plan-mode.ts';
import { planRules } from '../compile/plan-rules.ts';
import { makePlan } from '../compile/plan.ts';
import { elementsForAgent } from '../compile/words-for-agent.ts';
import { canBePractised, makesCase } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { isHandout, makeHandout } from '../notice/handout.ts';
import { elementsBeforehand } from '../notice/promise-beforehand.ts';
import { sessionMachine } from './session.machine.ts';
import { shelfIds } from './shelves.ts';
import type { CompiledPlan, Program } from './visit.ts';

/** Carts are many and a kiosk runs for months: only so many merged plans are kept. */
const PLANS_KEPT = 50;

function worded(content: Content, mode: PlanMode): Content {
  if (isHandout(mode)) return { ...content, elements: elementsBeforehand(content) };
  return mode.agent ? { ...content, elements: elementsForAgent(content.elements) } : content;
}

/** Throws when the station isn't in the release. */
export function makeProgram(content: Content, release: number, station: StationId): Program {
  const profile = content.stations.get(station);
  const [first, ...others] = profile?.languages ?? [];
  if (profile === undefined || first === undefined) throw new RangeError(`no station ${station} in this release`);
  const rules = planRules(content);
  const offered = profile.services.flatMap((id) => content.services.get(id) ?? []).filter((service) => service.offered);
  const compiled = new Map<string, CompiledPlan>();
  return {
    hall: sessionMachine({
      packages: [...content.packages.keys()],
      shelves: shelfIds(content, profile),
      languages: [first, ...others],
      listed: profile.services,
      offered: offered.map(({ id }) => id),
      byAgent: offered.filter((service) => service.agent && makesCase(service)).map(({ id }) => id),
      practised: offered.filter(canBePractised).map(({ id }) => id),
      together: offered.filter(makesCase).map(({ id }) => id),
    }),
    plan: (services, mode = APPLY) => {
      const key = [modeKey(mode), ...services.toSorted()].join('+');
      const known = compiled.get(key);
      if (known !== undefined) return known;
      const plan = isHandout(mode)
        ? makeHandout(mode, content, release, services)
        : makePlan(content, release, services, mode);
      const words = worded(content, mode);
      const machine = compilePlan(plan, words, rules, { station, stationName: profile.name, release });
      const fresh = { plan, machine, rules, content: words };
      const [oldest] = compiled.keys();
      if (oldest !== undefined && compiled.size >= PLANS_KEPT) compiled.delete(oldest);
      compiled.set(key, fresh);
      return fresh;
    },
  };
}
