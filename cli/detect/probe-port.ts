/** Asks one serial port what hangs on it: every question in the table's order, until something answers in its own shape. */
import type { Clock } from '#contract/clock.ts';
import type { OpenTrouble, OpenWire, SerialAddress, Transport } from '#drivers/transport/transport.ts';
import { PROBES, type Line, type Probe } from './probes.table.ts';

export type PortAnswer =
  | { readonly kind: 'device'; readonly probe: Probe; readonly line: Line }
  /** Nothing came, or nothing that any model says: so many bytes. */
  | { readonly kind: 'unknown'; readonly bytesHeard: number }
  | { readonly kind: 'closed'; readonly trouble: OpenTrouble };

export interface PortOpener {
  readonly open: OpenWire<SerialAddress, Transport>;
  readonly clock: Clock;
}

const WRITE_LIMIT_MS = 500;

export async function probePort(
  path: string,
  opener: PortOpener,
  probes: readonly Probe[] = PROBES,
): Promise<PortAnswer> {
  let bytesHeard = 0;
  for (const probe of probes)
    for (const line of probe.lines) {
      const opened = await opener.open({ path, ...line });
      if (!opened.ok) return { kind: 'closed', trouble: opened.fault };
      const wire = opened.value;
      const heard = await askUntilHeard(wire, probe, opener.clock);
      const sure = heard !== null && probe.recognise(heard) && (await isConfirmed(wire, probe, opener.clock));
      await wire.close();
      if (heard === null) return { kind: 'closed', trouble: { reason: 'missing', detail: 'the wire was lost' } };
      if (sure) return { kind: 'device', probe, line };
      bytesHeard += heard.length;
    }
  return { kind: 'unknown', bytesHeard };
}

async function askUntilHeard(wire: Transport, probe: Probe, clock: Clock): Promise<Uint8Array | null> {
  for (let left = probe.attempts; ; left -= 1) {
    const heard = await askOnce(wire, probe, clock);
    if (heard === null || heard.length > 0 || left <= 1) return heard;
  }
}

async function isConfirmed(wire: Transport, probe: Probe, clock: Clock): Promise<boolean> {
  if (probe.confirm === undefined) return true;
  const heard = await askUntilHeard(wire, { ...probe, ask: probe.confirm }, clock);
  return heard !== null && probe.recognise(heard);
}

/** What came within the probe's time; null when the wire was lost. */
export function askOnce(
  wire: Transport,
  { ask: question, waitMs, recognise }: Pick<Probe, 'ask' | 'waitMs' | 'recognise'>,
  clock: Clock,
): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const heard: number[] = [];
    const answer = (): Uint8Array => withoutEcho(Uint8Array.from(heard), question);
    const end = (result: Uint8Array | null): void => {
      stopTimer?.();
      stopHearing();
      stopWatching();
      resolve(result);
    };
    let stopTimer: (() => void) | null = null;
    const stopHearing = wire.onBytes((bytes) => {
      heard.push(...bytes);
      if (recognise(answer())) end(answer());
    });
    const stopWatching = wire.onClosed(() => end(null));
    void wire.write(question, WRITE_LIMIT_MS).then((outcome) => {
      // A port that takes no bytes closes itself, and has nobody at its other end either.
      if (outcome === 'taken') stopTimer = clock.after(waitMs, () => end(answer()));
      else end(outcome === 'stuck' ? new Uint8Array(0) : null);
    });
  });
}

/** On a single wire, as coin acceptors have it, the first that comes back is the question itself. */
function withoutEcho(heard: Uint8Array, question: Uint8Array): Uint8Array {
  return question.every((byte, index) => heard[index] === byte) ? heard.subarray(question.length) : heard;
}
