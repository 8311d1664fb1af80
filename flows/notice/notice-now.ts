/** 一次性告知: the papers and fees of some services for what a citizen answered so far; what can't be told yet stays, with its words. */
import type { ElementId, MaterialId, ServiceId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import { ok, type Result } from '#contract/result.ts';
import type { PlanContext } from '../compile/plan-context.ts';
import type { PlanRules } from '../compile/plan-rules.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Fee, FeeId } from '../language/fee.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
import type { RuleFault } from '../language/rules.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';

export interface NoticedPaper {
  readonly material: MaterialId;
  readonly services: readonly ServiceId[];
  /** False: whether it is needed depends on the card, a lookup or a promise. */
  readonly sure: boolean;
  /** In which case, in words; only where that can't be told yet. */
  readonly only: LocalText | null;
}

export interface NoticedFee {
  readonly service: ServiceId;
  readonly fee: FeeId;
  readonly label: LocalText;
  readonly basis: LocalText;
  readonly unit: LocalText;
  readonly amountFen: number;
  /** Null while it can't be told how many of it, or whether at all. */
  readonly quantity: number | null;
  readonly paid: Fee['paid'];
}

/** A promise (告知承诺) that is to be given, or may be given instead of papers. */
export interface NoticedPromise {
  readonly element: ElementId;
  /** What is to be brought by whoever may not promise, because an earlier one was broken (失信). */
  readonly otherwise: readonly MaterialId[];
}

export interface Notice {
  readonly papers: readonly NoticedPaper[];
  readonly promises: readonly NoticedPromise[];
  readonly fees: readonly NoticedFee[];
}

type Told = 'yes' | 'no' | 'depends';

export function noticeNow(
  services: readonly Service[],
  content: Content,
  rules: PlanRules,
  context: PlanContext,
): Notice {
  const holds = holding(rules, context);
  const papers = papersNow(services, holds);
  const fees = services.flatMap((service) =>
    service.fees.flatMap(({ fee: id, when, quantity }): NoticedFee[] => {
      const fee = content.fees[id];
      const told = holds(when);
      if (fee === undefined || told === 'no') return [];
      const count = quantity === undefined ? ok(1) : rules.whole(quantity, context);
      const known = told === 'yes' && count.ok ? count.value : null;
      if (known !== null && known <= 0) return [];
      return [{ service: service.id, fee: id, ...fee, quantity: known }];
    }),
  );
  return { papers, promises: promisesNow(services, rules, context), fees };
}

type Holds = (when: ExpressionText | undefined) => Told;

function holding(rules: PlanRules, context: PlanContext): Holds {
  return (when) => {
    const held: Result<boolean, RuleFault> = when === undefined ? ok(true) : rules.holds(when, context);
    if (!held.ok) return 'depends';
    return held.value ? 'yes' : 'no';
  };
}

function papersNow(services: readonly Service[], holds: Holds): readonly NoticedPaper[] {
  const papers = new Map<MaterialId, NoticedPaper>();
  for (const service of services)
    for (const { material, whens, only } of papersOf(service)) {
      const told = whens.map(holds);
      if (!told.includes('yes') && !told.includes('depends')) continue;
      const sure = told.includes('yes');
      const before = papers.get(material);
      papers.set(material, {
        material,
        services: [...(before?.services ?? []), service.id],
        sure: sure || before?.sure === true,
        only: sure || before?.sure === true ? null : (before?.only ?? only),
      });
    }
  return [...papers.values()];
}

/** What was declined is no promise; what would be brought in its place, the rules say of whoever is barred. */
function promisesNow(services: readonly Service[], rules: PlanRules, context: PlanContext): readonly NoticedPromise[] {
  const holds = holding(rules, context);
  const sure = (papers: readonly NoticedPaper[]) =>
    papers.filter((paper) => paper.sure).map(({ material }) => material);
  const now = new Set(sure(papersNow(services, holds)));
  const wanted = services.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'promise' && holds(step.when) !== 'no' ? [step.element] : [])),
  );
  return [...new Set(wanted)]
    .filter((element) => context.answers[element] !== PROMISE_DECLINED)
    .map((element) => {
      const barred = { ...context, answers: { ...context.answers, [element]: PROMISE_BARRED } };
      const then = sure(papersNow(services, holding(rules, barred)));
      return { element, otherwise: then.filter((material) => !now.has(material)) };
    });
}

interface PaperOf {
  readonly material: MaterialId;
  /** It is needed when any of these holds. */
  readonly whens: readonly (ExpressionText | undefined)[];
  readonly only: LocalText | null;
}

/** What is taken under the camera is needed when its step comes; anything else when the service's own list says so. */
function papersOf({ materials, steps }: Service): readonly PaperOf[] {
  const scanned = steps.flatMap((step) =>
    step.kind === 'scan' ? step.materials.map((material) => ({ material, when: step.when })) : [],
  );
  const all = [...new Set([...materials, ...scanned].map(({ material }) => material))];
  return all.map((material) => {
    const listed = materials.filter((each) => each.material === material);
    const taken = scanned.filter((each) => each.material === material);
    const whens = (taken.length > 0 ? taken : listed).map(({ when }) => when);
    return { material, whens, only: listed.find(({ only }) => only !== undefined)?.only ?? null };
  });
}
