/** The shape of every framer: a pure function that cuts a stream of bytes into frames and finds its way back after garbage. */

export interface Framing<Frame> {
  readonly frames: readonly Frame[];
  /** Bytes of a frame that isn't complete yet. */
  readonly rest: Uint8Array;
}

export interface Framer<Frame> {
  /** Cuts `rest` of the last call and what came since. */
  cut(rest: Uint8Array, bytes: Uint8Array): Framing<Frame>;
  /** The line fell silent inside a frame: gives up its beginning and looks for frames in what follows it. */
  giveUp(rest: Uint8Array): Framing<Frame>;
  /** How long the line may be silent inside a frame, in milliseconds. */
  interByteMs(baudRate: number): number;
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
