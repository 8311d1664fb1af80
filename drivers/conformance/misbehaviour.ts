/** What a misbehaviour is: a name in words, the places where it can strike, and the tap that does it. */
import type { Clock } from '#contract/clock.ts';
import type { Tap } from '../tap/tap.ts';
import type { Transport } from '../transport/transport.ts';

/** What a misbehaviour may lay hands on besides the bytes. */
export interface Hands {
  readonly clock: Clock;
  unplug(): void;
  plug(): void;
  /** Cuts the device's power, or gives it back. */
  power(on: boolean): void;
  busy(on: boolean): void;
}

export interface Misbehaviour {
  readonly name: string;
  /** Each place is a run of its own: once, at each saying of the device or of ours, at each byte of either. */
  readonly strikes: 'once' | 'atEachReply' | 'atEachQuestion' | 'atEachByteFromDevice' | 'atEachByteToDevice';
  /** What it takes: our end of the wire alone, as at any real device, or the device and its cable in hand. */
  readonly takes: 'ourEnd' | 'device';
  /** `right`: nothing was lost, so the result has to be right. `ended`: any honest end will do. */
  readonly mustBe: 'right' | 'ended';
  /** The device can't be heard any more: its status must not say that it is well. */
  readonly leavesUnheard?: true;
  /** What answers isn't the device: a self-test must not call it well. */
  readonly notIt?: true;
  /** It cuts or joins what comes: possible on a line of bytes, not on a bus that carries whole reports. */
  readonly ofBytes?: true;
  /** What a line of bytes suffers at each byte, on a bus that carries whole reports. */
  readonly ofReports?: true;
  /** It goes on while the next command runs, which then may end as any honest end, too. */
  readonly goesOn?: true;
  /** Where a place counts, it counts from 0, over every wire that is opened. */
  tap(hands: Hands, place: number): Tap;
}

type Deliver = (bytes: Uint8Array) => void;

/** Changes what comes from the device; `change` may deliver it now, later, in parts or never. */
export function onReplies(change: (bytes: Uint8Array, deliver: Deliver) => void): Tap {
  return (wire) => {
    const open = watched(wire);
    return {
      ...through(wire),
      onBytes: (listen) => wire.onBytes((bytes) => change(bytes, (changed) => open() && listen(changed))),
    };
  };
}

/** Sees what we write, and may say something as if the device did; false: it never leaves. */
export function onQuestions(see: (bytes: Uint8Array, deliver: Deliver) => boolean): Tap {
  return (wire) => {
    const open = watched(wire);
    let hear: Deliver = () => undefined;
    return {
      ...through(wire),
      write: (bytes, limitMs) =>
        see(bytes, (said) => open() && hear(said)) ? wire.write(bytes, limitMs) : Promise.resolve('taken'),
      onBytes(listen) {
        hear = listen;
        return wire.onBytes(listen);
      },
    };
  };
}

/** A wire that passes everything, for a tap to change one part of. */
export function through(wire: Transport): Transport {
  return {
    baudRate: wire.baudRate,
    write: (bytes, limitMs) => wire.write(bytes, limitMs),
    onBytes: (listen) => wire.onBytes(listen),
    onClosed: (listen) => wire.onClosed(listen),
    close: () => wire.close(),
  };
}

/** Two taps as one, the first nearer to the wire. */
export function both(first: Tap, second: Tap): Tap {
  return (wire) => second(first(wire));
}

/** What is still on its way when a wire closes never arrives. */
function watched(wire: Transport): () => boolean {
  let open = true;
  wire.onClosed(() => {
    open = false;
  });
  return () => open;
}
