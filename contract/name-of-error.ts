/** What may be told of an error in a log, or outside of the page: its name only, as a message could quote an answer. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
