/** The shape of an activity: started with what it needs, reports by events, and can be stopped. */
import type { SessionEvent } from '../session-events.ts';
import type { SessionPorts } from '../session-ports.ts';
import type { Visit } from '../visit.ts';

export interface ActivityTools {
  readonly ports: SessionPorts;
  /** The visit as it was committed when the activity began. */
  readonly visit: Visit;
  /** Ignored once the activity was stopped. */
  report(event: SessionEvent): void;
  /** Something that must not fail failed: the process ends, and the next one recovers. */
  crash(error: unknown): void;
}

/** Ends the activity; what it still reports is ignored. */
export type Stop = () => void;

export const nothingToStop: Stop = () => {};
