/** The lowest layer as the others see it: something open that can vanish; and for most devices, bytes in and out. */
import type { Result } from '#contract/result.ts';

/** Whatever a device hangs on, once it is open. */
export interface Wire {
  /** Called once, when the wire is gone or was closed. */
  onClosed(listen: () => void): () => void;
  close(): Promise<void>;
}

/** `taken`: the operating system has every byte. `stuck`: not within the limit, some may be gone; the wire closes itself and drops the rest. `closed`: the wire is gone. */
export type WriteOutcome = 'taken' | 'stuck' | 'closed';

export interface Transport extends Wire {
  /** Characters per second follow from this; deadlines are computed with `wireTimeMs`. */
  readonly baudRate: number;
  /** Always settles within `limitMs`, also on a frozen device. Never rejects. */
  write(bytes: Uint8Array, limitMs: number): Promise<WriteOutcome>;
  onBytes(listen: (bytes: Uint8Array) => void): () => void;
}

/** Why a wire can't be opened; `detail` is the operating system's own words. */
export interface OpenTrouble {
  readonly reason: 'missing' | 'taken' | 'refused';
  readonly detail: string;
}

export interface SerialAddress {
  readonly path: string;
  readonly baudRate: number;
  /** Eight data bits always; none when nothing is said. A pseudo-terminal ignores it, a cable doesn't. */
  readonly parity?: 'none' | 'even' | 'odd';
  readonly stopBits?: 1 | 2;
}

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

export type ByteAddress = SerialAddress | TcpAddress;
export type OpenWire<A, W extends Wire> = (address: A) => Promise<Result<W, OpenTrouble>>;
export type OpenTransport = OpenWire<ByteAddress, Transport>;

/** Milliseconds that `byteCount` bytes take on the wire: 8N1 is ten bits a byte. */
export function wireTimeMs(byteCount: number, baudRate: number): number {
  return Math.ceil((byteCount * 10_000) / baudRate);
}
