/** What is wrong with a release's source, with the place and what to do about it. */

export interface Finding {
  /** A stable name, for example `text.missing`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly service: string | null;
  readonly file: string;
  /** From 1; null where there are no lines (a compiled release). */
  readonly line: number | null;
  readonly message: string;
  readonly suggestion: string;
}

/** A finding before its place is known as a line. */
export interface Problem {
  readonly rule: string;
  /** Path without its ending, for example `services/senior-card`. */
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly suggestion: string;
}
