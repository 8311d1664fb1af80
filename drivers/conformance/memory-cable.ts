/** A cable in memory between a driver and the far end of a suite: it has a speed, and it can be pulled and put back. */
import type { Clock } from '#contract/clock.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Cables, IppCables, ReportCables, SlotCables } from '../transport/cables.ts';
import { wireTimeMs, type OpenTrouble, type Transport } from '../transport/transport.ts';
import { through } from './misbehaviour.ts';
import { ScriptedWire } from './scripted-wire.ts';

const MISSING: OpenTrouble = { reason: 'missing', detail: 'unplugged' };

/** What a HID device says of itself, and where its settings go. */
export interface HidEnd {
  readonly identity?: { readonly vendorId: string; readonly descriptor: Uint8Array };
  set?(feature: Uint8Array): void;
}

export class MemoryCable {
  readonly #clock: Clock;
  readonly #baudRate: () => number;
  readonly #hear: (bytes: Uint8Array) => void;
  readonly #hid: () => HidEnd;
  #wire: ScriptedWire | null = null;
  #plugged = true;
  /** When the last byte in each direction will have arrived. */
  readonly #free = { toDevice: 0, fromDevice: 0 };

  constructor(clock: Clock, baudRate: () => number, hear: (bytes: Uint8Array) => void, hid: () => HidEnd = () => ({})) {
    this.#clock = clock;
    this.#baudRate = baudRate;
    this.#hear = hear;
    this.#hid = hid;
  }

  readonly cables: Cables & ReportCables & SlotCables & IppCables = {
    bytes: () => Promise.resolve(this.#open()),
    slots: () => Promise.resolve(this.#open()),
    ipp: () => Promise.resolve(this.#open()),
    reports: () => {
      const opened = this.#open();
      const { identity } = this.#hid();
      if (!opened.ok || !identity) return Promise.resolve(opened.ok ? fail(MISSING) : opened);
      const reports = {
        vendorId: Number.parseInt(identity.vendorId, 16),
        descriptor: identity.descriptor,
        setFeature: (report: Uint8Array) => {
          this.#hid().set?.(report);
          return Promise.resolve('taken' as const);
        },
      };
      return Promise.resolve(ok(Object.assign(through(opened.value), reports)));
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

  #open(): Result<Transport, OpenTrouble> {
    if (!this.#plugged) return fail(MISSING);
    if (this.#wire) return fail({ reason: 'taken', detail: 'open already' });
    const wire = new ScriptedWire({
      baudRate: this.#baudRate(),
      forgetful: true,
      hear: (bytes) => this.#carry('toDevice', bytes, () => this.#hear(bytes)),
    });
    wire.onClosed(() => {
      if (this.#wire === wire) this.#wire = null;
    });
    this.#free.toDevice = 0;
    this.#free.fromDevice = 0;
    this.#wire = wire;
    return ok(wire);
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
