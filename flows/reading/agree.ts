/** One field on several pages: what they agree on, and nothing where they don't. */
import type { FieldReading } from '#contract/ocr.ts';

export type FoundReading = Extract<FieldReading, { found: true }>;

interface OnAPage {
  readonly reading: FieldReading;
}

/** What one page says is not taken back by another that says nothing; two values are as good as none. */
export function agreedOn<T extends OnAPage>(pages: readonly T[]): (T & { readonly reading: FoundReading }) | null {
  const found = pages.filter((page): page is T & { readonly reading: FoundReading } => page.reading.found);
  const torn = pages.some(({ reading }) => !reading.found && reading.why === 'severalValues');
  if (torn || new Set(found.map(({ reading }) => reading.value)).size > 1) return null;
  return found.toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0] ?? null;
}
