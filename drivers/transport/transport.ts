/** The lowest layer as the others see it: bytes in and out of one open wire, whatever the wire is. */
import type { Result } from '#contract/result.ts';

/** `taken`: the operating system has every byte. `stuck`: not within the limit, some may be gone; the wire closes itself and drops the rest. `closed`: the wire is gone. */
export type WriteOutcome = 'taken' | 'stuck' | 'closed';

export interface Transport {
  /** Characters per second follow from this; deadlines are computed with `wireTimeMs`. */
  readonly baudRate: number;
  /** Always settles within `limitMs`, also on a frozen device. Never rejects. */
  write(bytes: Uint8Array, limitMs: number): Promise<WriteOutcome>;
  onBytes(listen: (bytes: Uint8Array) => void): () => void;
  /** Called once, when the wire is gone or was closed. */
  onClosed(listen: () => void): () => void;
  close(): Promise<void>;
}

/** Why a wire can't be opened; `detail` is the operating system's own words. */
export interface OpenTrouble {
  readonly reason: 'missing' | 'taken' | 'refused';
  readonly detail: string;
}

export interface WireAddress {
  readonly path: string;
  readonly baudRate: number;
}

export type OpenTransport = (address: WireAddress) => Promise<Result<Transport, OpenTrouble>>;

/** Milliseconds that `byteCount` bytes take on the wire: 8N1 is ten bits a byte. */
export function wireTimeMs(byteCount: number, baudRate: number): number {
  return Math.ceil((byteCount * 10_000) / baudRate);
}
