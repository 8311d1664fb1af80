/** From what an author writes to what a plan runs: branches become conditions, gaps are filled with what is usual in this hall. */
import type { z } from 'zod';
import type { Defaults } from './defaults.ts';
import type { ExpressionText } from './expression-text.ts';
import type { Service, WrittenService } from './service.ts';
import { Step, type Written, type WrittenStep } from './step.ts';

type Path = readonly PropertyKey[];

/** A flat step and where its author wrote it, below `steps`. */
interface Placed {
  readonly step: WrittenStep;
  readonly path: Path;
}

export interface Flattened {
  /** Null when a step isn't complete. */
  readonly service: Service | null;
  /** For each flat step where it is written. */
  readonly paths: readonly Path[];
  readonly issues: readonly z.core.$ZodIssue[];
}

export function flatten(written: WrittenService, defaults: Defaults): Flattened {
  const placed = written.steps.flatMap((each, index) => flatSteps(each, ['steps', index], null));
  const steps: Step[] = [];
  const issues: z.core.$ZodIssue[] = [];
  for (const { step, path } of placed) {
    const parsed = Step.safeParse(withDefaults(step, defaults));
    if (parsed.success) steps.push(parsed.data);
    else issues.push(...parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  }
  const service = issues.length > 0 ? null : { ...written, steps };
  return { service, paths: placed.map(({ path }) => path), issues };
}

function withDefaults(step: WrittenStep, defaults: Defaults): unknown {
  const usual = step.kind in defaults ? defaults[step.kind as keyof Defaults] : {};
  const faults = 'faults' in step && 'faults' in usual ? { faults: Object.assign({}, usual.faults, step.faults) } : {};
  return { ...usual, ...step, ...faults };
}

/** `under`: what must hold for the group around it. */
function flatSteps(written: Written, path: Path, under: ExpressionText | null): readonly Placed[] {
  if (written.kind !== 'branch') {
    const when = both(under, written.when ?? null);
    return [{ step: when === null ? written : { ...written, when }, path }];
  }
  const flat: Placed[] = [];
  let notBefore = under;
  for (const [number, { when, steps }] of written.cases.entries()) {
    const here = both(notBefore, when);
    for (const [index, step] of steps.entries())
      flat.push(...flatSteps(step, [...path, 'cases', number, 'steps', index], here));
    notBefore = both(notBefore, `!(${when})`);
  }
  for (const [index, step] of written.otherwise.entries())
    flat.push(...flatSteps(step, [...path, 'otherwise', index], notBefore));
  return flat;
}

function both(one: ExpressionText | null, other: ExpressionText | null): ExpressionText | null {
  if (one === null) return other;
  return other === null ? one : `(${one}) && (${other})`;
}
