/** Spares a connector that doesn't answer, and the citizens who would wait for it: after some silence nobody is kept waiting. */
import type { Clock } from '#contract/clock.ts';
import { fail } from '#contract/result.ts';
import type { Connector } from './connector.ts';

/** So many in a row without an answer, and it counts as away. */
const SILENCES = 3;
/** Then one question in this time is tried; all others are told `away` at once. */
const REST_MS = 20_000;
/** Questions at once. More would only queue up there. */
const AT_ONCE = 32;

export function withCircuit(connector: Connector, clock: Clock): Connector {
  let silences = 0;
  let triedAt = 0;
  let asking = 0;
  return {
    async find(question) {
      const resting = silences >= SILENCES && clock.monotonic() - triedAt < REST_MS;
      if (resting || asking >= AT_ONCE) return fail({ code: 'away' });
      triedAt = clock.monotonic();
      asking += 1;
      const found = await connector.find(question);
      asking -= 1;
      silences = !found.ok && found.fault.code === 'away' ? silences + 1 : 0;
      return found;
    },
  };
}
