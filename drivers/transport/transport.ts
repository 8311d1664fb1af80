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

/**
 * A HID device: each write is one report, and each chunk of bytes that comes is one report, both beginning with the
 * report's id; 0 where the device numbers none, which then isn't there in what comes.
 */
export interface Reports extends Transport {
  readonly vendorId: number;
  /** As the device gave it to the operating system; what is in its reports is found by walking it. */
  readonly descriptor: Uint8Array;
  /** A setting of the device; beginning with its report id. */
  setFeature(report: Uint8Array, limitMs: number): Promise<WriteOutcome>;
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

/** By its path, or by what it says of itself: then it is found wherever it is plugged in. */
export type HidAddress =
  | { readonly path: string }
  | { readonly vendorId: string; readonly productId: string; readonly serialNumber?: string | undefined };

/** A chip card reader by the name that the PC/SC service gives it, with or without the numbers at its end. */
export interface SlotAddress {
  readonly reader: string;
}

/** A printer on the network, `ipp://host:port/path`. */
export interface IppAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

export type ByteAddress = SerialAddress | TcpAddress;
export type OpenWire<A, W extends Wire> = (address: A) => Promise<Result<W, OpenTrouble>>;
export type OpenTransport = OpenWire<ByteAddress, Transport>;
export type OpenReports = OpenWire<HidAddress, Reports>;
/** Each write is one message of `drivers/ccid/messages.ts`, and each chunk that comes is one. */
export type OpenSlot = OpenWire<SlotAddress, Transport>;
/** Each write is one IPP message, and each chunk that comes is one; or the first line of HTTP's own refusal. */
export type OpenIpp = OpenWire<IppAddress, Transport>;

/** Milliseconds that `byteCount` bytes take on the wire: 8N1 is ten bits a byte. */
export function wireTimeMs(byteCount: number, baudRate: number): number {
  return Math.ceil((byteCount * 10_000) / baudRate);
}
