/** A cable in memory between a driver and the far end of a suite: it has a speed, and it can be pulled and put back. */
import type { Clock } from '#contract/clock.ts';
import { fail, ok } from '#contract/result.ts';
import type { Cables } from '../transport/cables.ts';
import { wireTimeMs, type Transport } from '../transport/transport.ts';
import { ScriptedWire } from './scripted-wire.ts';

export class MemoryCable {
  readonly #clock: Clock;
  readonly #hear: (bytes: Uint8Array) => void;
  readonly #baudRate: () => number;
  #wire: ScriptedWire | null = null;
  #plugged = true;
  /** When the last byte in each direction will have arrived. */
  readonly #free = { toDevice: 0, fromDevice: 0 };

  constructor(clock: Clock, baudRate: () => number, hear: (bytes: Uint8Array) => void) {
    this.#clock = clock;
    this.#baudRate = baudRate;
    this.#hear = hear;
  }

  readonly cables: Cables = {
    bytes: () => {
      if (!this.#plugged) return Promise.resolve(fail({ reason: 'missing', detail: 'unplugged' }));
      if (this.#wire) return Promise.resolve(fail({ reason: 'taken', detail: 'open already' }));
      return Promise.resolve(ok(this.#open()));
    },
  };

  /** The far end speaks; each saying arrives as one chunk when its last byte has. */
  say(bytes: Uint8Array): void {
    const wire = this.#wire;
    if (wire) this.#carry('fromDevice', bytes, () => wire.say(bytes));
  }

  /** What is on its way is lost in both directions. */
  unplug(): void {
    this.#plugged = false;
    const wire = this.#wire;
    this.#wire = null;
    wire?.unplug();
  }

  plug(): void {
    this.#plugged = true;
  }

  /** How many listen on the open wire: what grows for ever shows here. */
  get listeners(): number {
    return this.#wire?.listeners ?? 0;
  }

  #open(): Transport {
    const wire = new ScriptedWire({
      baudRate: this.#baudRate(),
      hear: (bytes) => this.#carry('toDevice', bytes, () => this.#hear(bytes)),
    });
    wire.onClosed(() => {
      if (this.#wire === wire) this.#wire = null;
    });
    this.#free.toDevice = 0;
    this.#free.fromDevice = 0;
    this.#wire = wire;
    return wire;
  }

  #carry(direction: 'toDevice' | 'fromDevice', bytes: Uint8Array, arrive: () => void): void {
    const wire = this.#wire;
    const now = this.#clock.monotonic();
    const free = Math.max(now, this.#free[direction]) + wireTimeMs(bytes.length, this.#baudRate());
    this.#free[direction] = free;
    this.#clock.after(free - now, () => {
      if (this.#wire === wire && wire !== null) arrive();
    });
  }
}
