/** One driver, one simulated device, one cable between them and a clock: what every run of the suite begins with. */
import type { Completion } from '#contract/devices/completion.ts';
import type { Json } from '#contract/json.ts';
import type { Driver } from '../driver.ts';
import type { Tap } from '../tap/tap.ts';
import { tappedCables } from '../transport/cables.ts';
import { MemoryCable } from './memory-cable.ts';
import type { Hands } from './misbehaviour.ts';
import type { FarEnd, Scene, Subject } from './subject.ts';
import { pass, SuiteClock, within } from './suite-clock.ts';

/** On top of a command's own limit: what a write may still keep it. */
export const GRACE_MS = 3_000;
/** A device that heard half a command, a printer with half a receipt, a reply that is very late: all over by then. */
const DUST_MS = 14_000;

/** What a report takes on a full-speed bus: 64 bytes a millisecond. */
const USB_BAUD = 640_000;

export interface Stage {
  readonly clock: SuiteClock;
  readonly driver: Driver;
  readonly device: FarEnd;
  readonly cable: MemoryCable;
  readonly hands: Hands;
  readonly scene: Scene;
  /** Runs a command to its end, or 'late' when it doesn't end in its time. */
  perform(command: string, payload: Json, timeoutMs: number): Promise<Completion<unknown> | 'late'>;
  settle(): Promise<void>;
  /** Everything well again: cable, power, time. */
  mend(): void;
  close(): Promise<void>;
}

export function setStage(subject: Subject, tap: (hands: Hands) => Tap): Stage {
  const clock = new SuiteClock();
  const device: FarEnd = subject.device.make({
    clock,
    settings: subject.settings ?? {},
    write: (bytes) => cable.say(bytes),
    send: (report) => cable.say(report),
    tell: () => undefined,
  });
  const cable = new MemoryCable(
    clock,
    () => device.baudRate ?? USB_BAUD,
    (bytes) => device.hear(bytes),
    () => device,
  );
  const hands: Hands = {
    clock,
    unplug: () => cable.unplug(),
    plug: () => cable.plug(),
    power: (on) => device.behave({ 'power-cut': !on }),
    busy: (on) => device.behave(on ? (subject.busy ?? {}) : notBusy(subject.busy)),
  };
  const driver = subject.open({
    id: subject.model,
    cables: tappedCables(cable.cables, [tap(hands)]),
    clock,
    log: () => undefined,
  });
  const perform = (command: string, payload: Json, timeoutMs: number): Promise<Completion<unknown> | 'late'> =>
    within(clock, timeoutMs + GRACE_MS, driver.perform(command, payload, { timeoutMs }));
  return {
    clock,
    driver,
    device,
    cable,
    hands,
    perform,
    scene: {
      device,
      clock,
      async perform(command, payload) {
        const completion = await perform(command, payload, 60_000);
        if (completion === 'late') throw new Error(`setting the scene, ${command} didn't end`);
        return completion;
      },
    },
    settle: () => pass(clock, DUST_MS),
    mend() {
      cable.plug();
      hands.power(true);
      hands.busy(false);
    },
    async close() {
      await within(clock, GRACE_MS, driver.close());
    },
  };
}

/** The same switches, off. */
function notBusy(busy: Json = {}): Json {
  return Object.fromEntries(Object.keys(busy as object).map((name) => [name, false]));
}
