/** Every deadline of a session that no service sets itself, with its reason. All in milliseconds. */

export const DEADLINES = {
  /** Long enough to read a page slowly and look for one's glasses. */
  idleBeforeWarningMs: 60_000,
  /** WCAG 2.2.1 asks for 20 s at least to answer the warning; elders get half as much again. */
  idleWarningMs: 30_000,
  /** Someone chose a language on the attract screen and walked away: the next one finds Chinese again. */
  attractSettlesMs: 60_000,
  /** Long enough to hear the reminder to take card and papers. */
  goodbyeShownMs: 8_000,
  /** A card still on the reader keeps the reminder up this long, then the session is forgotten all the same. */
  cardRemovalMs: 30_000,
} as const;
