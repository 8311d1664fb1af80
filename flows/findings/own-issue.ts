/** How a schema of ours says what is wrong: by the code of a finding, which has words in both languages. */
import type { FORM_FINDINGS } from './forms.table.ts';
import type { SENSE_FINDINGS } from './sense.table.ts';

export interface OwnIssue {
  readonly finding: keyof typeof FORM_FINDINGS | keyof typeof SENSE_FINDINGS | 'text.frameGaps';
  /** For the words of the frame: the gaps that there must be. */
  readonly gaps?: string;
}

/** The options of a zod `refine`: `schema.refine(holds, finds('sense.hours'))`. */
export function finds(
  finding: OwnIssue['finding'],
  { gaps, path }: { readonly gaps?: string; readonly path?: PropertyKey[] } = {},
): { params: { finding: OwnIssue['finding']; gaps?: string }; error: string; path?: PropertyKey[] } {
  const params = gaps === undefined ? { finding } : { finding, gaps };
  return path === undefined ? { params, error: finding } : { params, error: finding, path };
}
