/** A CEL expression as it stands in release data; what it may say is checked in `rules.ts`. */
import { z } from 'zod';

export const ExpressionText = z.string().min(1).max(500);
export type ExpressionText = z.infer<typeof ExpressionText>;
