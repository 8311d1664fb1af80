/** Keeps whoever looks every second from filling the log: a look that succeeds is noted once an hour, everything else always. */
import type { Clock } from '#contract/clock.ts';
import { control, ControlName } from '#contract/control.ts';
import type { Log } from '#contract/log.ts';

const HOUR_MS = 3_600_000;

export function thinLooks(log: Log, clock: Clock): Log {
  const noted = new Map<string, number>();
  return (event, detail) => {
    if (event === 'control.called' && detail?.['ok'] === true) {
      const name = ControlName.safeParse(detail['call']).data;
      if (name !== undefined && control[name].scope === 'diagnose') {
        const now = clock.monotonic();
        if (now - (noted.get(name) ?? -Infinity) < HOUR_MS) return;
        noted.set(name, now);
      }
    }
    log(event, detail);
  };
}
