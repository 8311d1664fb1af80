/** Steps that several services share, made one: the longest time limit, and the edge that suits all of them. */
import type { ElementId, MaterialId, StepId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { FaultEdge } from '../language/fault-edges.ts';
import type { StepOf } from '../language/step.ts';

/** Where the services differ, the edge that asks least of the citizen. */
const FIRST_OF = [
  'leave-safely',
  'skip-with-deferral',
  'another-way',
  'go-on',
  'retry',
] as const satisfies readonly FaultEdge[];

function mergedEdges<E extends FaultEdge>(steps: readonly { readonly faults: Readonly<Record<string, E>> }[]) {
  const faults = new Set(steps.flatMap((step) => Object.keys(step.faults)));
  return Object.fromEntries(
    [...faults].map((fault): [string, E] => {
      const edges = steps.flatMap((step) => step.faults[fault] ?? []);
      const edge = FIRST_OF.flatMap((wanted) => edges.filter((candidate) => candidate === wanted))[0];
      if (edge === undefined) throw new RangeError(`no edge for ${fault}`);
      return [fault, edge];
    }),
  );
}

const eachOnce = (texts: readonly LocalText[]): LocalText[] => [
  ...new Map(texts.map((text) => [text['zh-CN'], text])).values(),
];

const longest = (steps: readonly { readonly timeLimitSeconds: number }[]): number =>
  Math.max(...steps.map((step) => step.timeLimitSeconds));

/** One page to read, whatever there are services: each sentence once. */
export function mergedInfo(id: StepId, steps: readonly StepOf<'info'>[]): StepOf<'info'> {
  return {
    id,
    kind: 'info',
    paragraphs: eachOnce(steps.flatMap(({ paragraphs }) => paragraphs)),
    points: eachOnce(steps.flatMap(({ points }) => points)),
  };
}

export function mergedIdentify(
  id: StepId,
  who: StepOf<'identify'>['who'],
  steps: readonly StepOf<'identify'>[],
): StepOf<'identify'> {
  return {
    id,
    kind: 'identify',
    who,
    device: 'CardReader',
    timeLimitSeconds: longest(steps),
    faults: mergedEdges<StepOf<'identify'>['faults'][string]>(steps),
  };
}

export function mergedReceipt(id: StepId, steps: readonly StepOf<'receipt'>[]): StepOf<'receipt'> {
  return {
    id,
    kind: 'receipt',
    device: 'Printer',
    timeLimitSeconds: longest(steps),
    faults: mergedEdges<StepOf<'receipt'>['faults'][string]>(steps),
  };
}

/** Every declaration that differs is said, each once. */
export function mergedReview(id: StepId, steps: readonly StepOf<'review'>[]): StepOf<'review'> {
  const said = new Map(steps.map(({ declaration }) => [declaration['zh-CN'], declaration]));
  const join = (language: keyof LocalText, between: string): string =>
    [...said.values()].map((text) => text[language]).join(between);
  return { id, kind: 'review', declaration: { 'zh-CN': join('zh-CN', ''), en: join('en', ' ') } };
}

export function mergedScan(id: StepId, material: MaterialId, steps: readonly StepOf<'scan'>[]): StepOf<'scan'> {
  const faults = mergedEdges<StepOf<'scan'>['faults'][string]>(steps);
  return { id, kind: 'scan', device: 'Camera', materials: [material], faults };
}

export function mergedLookup(id: StepId, steps: readonly StepOf<'lookup'>[]): StepOf<'lookup'> {
  const [first] = steps;
  if (first === undefined) throw new RangeError('no lookup to merge');
  const faults = mergedEdges<StepOf<'lookup'>['faults'][string]>(steps);
  const shown = steps.some((step) => step.shown);
  return { id, kind: 'lookup', source: first.source, shown, timeLimitSeconds: longest(steps), faults };
}

export function mergedPromise(id: StepId, element: ElementId, steps: readonly StepOf<'promise'>[]): StepOf<'promise'> {
  return { id, kind: 'promise', element, faults: mergedEdges<StepOf<'promise'>['faults'][string]>(steps) };
}
