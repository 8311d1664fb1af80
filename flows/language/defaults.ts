/** What is usual in this hall, said once: time limits, edges and the declaration that a step has when it says nothing else. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';
import { EDGES } from './fault-edges.ts';
import { type StepKind, timeLimitSeconds } from './step.ts';

/** Merged under what a service writes (`flatten.ts`). */
export const Defaults = z.strictObject({
  identify: z.strictObject({ timeLimitSeconds, faults: EDGES.identify('whole') }),
  lookup: z.strictObject({ timeLimitSeconds, faults: EDGES.lookup('whole') }),
  promise: z.strictObject({ faults: EDGES.lookup('whole') }),
  scan: z.strictObject({ faults: EDGES.scan('whole') }),
  review: z.strictObject({ declaration: LocalText }),
  print: z.strictObject({ timeLimitSeconds, faults: EDGES.print('whole') }),
  receipt: z.strictObject({ timeLimitSeconds, faults: EDGES.receipt('whole') }),
} satisfies Partial<Record<StepKind, z.ZodType>>);
export type Defaults = Readonly<z.infer<typeof Defaults>>;
