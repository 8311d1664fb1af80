/** Which fields of what arrived are wrong and how, without what was in them: the values may be a citizen's. */
import type { z } from 'zod';

/** More would tell nobody more. */
const MOST = 10;

export function issuesInWords(error: z.ZodError): string {
  return error.issues
    .slice(0, MOST)
    .map((issue) => `${issue.path.map(String).join('.') || 'the whole'}: ${issue.code}`)
    .join('; ');
}
