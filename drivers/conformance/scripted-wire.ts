/** A wire in memory whose far end is a script: for suites that cut, double, delay and lose bytes exactly where they want. */
import type { Transport, WriteOutcome } from '../transport/transport.ts';

export interface ScriptedWireOptions {
  /** What the far end does with bytes that arrive. */
  readonly hear?: (bytes: Uint8Array, wire: ScriptedWire) => void;
  readonly baudRate?: number;
  /** Hand over one byte at a time, as a slow line does. */
  readonly byteByByte?: boolean;
  /** Keeps nothing of what it heard: for hours of polling. */
  readonly forgetful?: boolean;
}

export class ScriptedWire implements Transport {
  readonly baudRate: number;
  readonly heard: Uint8Array[] = [];
  /** How the next writes end; a frozen device never takes them. */
  writeOutcome: WriteOutcome = 'taken';
  readonly #options: ScriptedWireOptions;
  readonly #byteListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #closeListeners = new Set<() => void>();
  #open = true;

  constructor(options: ScriptedWireOptions = {}) {
    this.#options = options;
    this.baudRate = options.baudRate ?? 115200;
  }

  write(bytes: Uint8Array, _limitMs: number): Promise<WriteOutcome> {
    if (!this.#open) return Promise.resolve('closed');
    if (this.writeOutcome === 'taken') {
      if (!this.#options.forgetful) this.heard.push(bytes);
      this.#options.hear?.(bytes, this);
    }
    return Promise.resolve(this.writeOutcome);
  }

  get listeners(): number {
    return this.#byteListeners.size + this.#closeListeners.size;
  }

  /** The far end speaks. */
  say(bytes: Uint8Array): void {
    const chunks = this.#options.byteByByte ? [...bytes].map((byte) => Uint8Array.of(byte)) : [bytes];
    for (const chunk of chunks) for (const listen of [...this.#byteListeners]) listen(chunk);
  }

  /** Somebody pulls the cable. */
  unplug(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listen of [...this.#closeListeners]) listen();
    this.#byteListeners.clear();
  }

  onBytes(listen: (bytes: Uint8Array) => void): () => void {
    this.#byteListeners.add(listen);
    return () => this.#byteListeners.delete(listen);
  }

  onClosed(listen: () => void): () => void {
    this.#closeListeners.add(listen);
    return () => this.#closeListeners.delete(listen);
  }

  close(): Promise<void> {
    this.unplug();
    return Promise.resolve();
  }
}
