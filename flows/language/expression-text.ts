/** A CEL expression as it stands in release data; what it may say is checked in `rules.ts`. */
import { z } from 'zod';
import { LONGEST_RULE } from './rule-limits.ts';

export const ExpressionText = z.string().min(1).max(LONGEST_RULE);
export type ExpressionText = z.infer<typeof ExpressionText>;
