/** Time as an argument: deadlines run on injected time, order never depends on the wall clock. */
export interface Clock {
  /** Wall time in milliseconds since 1970, for people; may jump. */
  now(): number;
  /** Milliseconds since some start, never backwards; for deadlines and back-off. */
  monotonic(): number;
  /** Calls back once after `ms` milliseconds; the returned function cancels. */
  after(ms: number, then: () => void): () => void;
}
