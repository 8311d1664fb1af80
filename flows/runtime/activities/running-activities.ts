/** The activities that run now: matched to what the visit wants, each stopped exactly once. */
import type { SessionEvent } from '../session-events.ts';
import type { SessionPorts } from '../session-ports.ts';
import type { Visit } from '../visit.ts';
import type { Activity, ActivityKind } from '../wanted-activities.ts';
import type { Stop } from './activity.ts';
import { startActivity } from './start-activity.ts';

interface Running {
  readonly activity: Activity;
  readonly endsAt: number | null;
  stopped: boolean;
  stop: Stop;
}

export interface RunningActivities {
  match(wanted: ReadonlyMap<string, Activity>, visit: Visit): void;
  /** Milliseconds until the wanted activity of this kind gives up; null when it hasn't begun or has no limit. */
  leftMs(kind: ActivityKind, wanted: ReadonlyMap<string, Activity>): number | null;
}

/** `isCurrent`: the activity that reported still belongs to the visit. */
type Report = (event: SessionEvent, isCurrent: () => boolean) => void;

export function runActivities(ports: SessionPorts, report: Report, crash: (error: unknown) => void): RunningActivities {
  const running = new Map<string, Running>();
  const stop = (key: string, entry: Running): void => {
    running.delete(key);
    entry.stopped = true;
    entry.stop();
  };
  const start = (key: string, activity: Activity, visit: Visit): void => {
    const endsAt = 'timeoutMs' in activity ? ports.clock.monotonic() + activity.timeoutMs : null;
    const entry: Running = { activity, endsAt, stopped: false, stop: () => {} };
    running.set(key, entry);
    entry.stop = startActivity(activity, {
      ports,
      visit,
      crash,
      report: (event) => {
        report(event, () => !entry.stopped);
      },
    });
  };
  return {
    match(wanted, visit) {
      // Last begun, first stopped: a command ends before the device it runs on is given back.
      for (const [key, entry] of [...running].toReversed()) if (!wanted.has(key)) stop(key, entry);
      for (const [key, activity] of wanted) if (!running.has(key)) start(key, activity, visit);
    },
    leftMs(kind, wanted) {
      for (const [key, { activity, endsAt }] of running)
        if (activity.kind === kind && endsAt !== null && wanted.has(key))
          return Math.max(0, endsAt - ports.clock.monotonic());
      return null;
    },
  };
}
