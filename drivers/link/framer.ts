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

/**
 * `giveUp` of a framer whose `cut` this is: looks for frames behind the first byte. From `news` bytes on, what broke off
 * counts as a frame: whoever waits for it need not wait any longer.
 */
export function behindTheFirst<Frame>(
  rest: Uint8Array,
  cut: (bytes: Uint8Array) => Framing<Frame>,
  news: number,
): Framing<Frame | { readonly kind: 'damaged' }> {
  const behind = cut(rest.subarray(1));
  return rest.length < news ? behind : { frames: [{ kind: 'damaged' }, ...behind.frames], rest: behind.rest };
}

/**
 * `interByteMs` at the end of a USB adapter: it hands over up to 64 bytes at once, and a busy kiosk reads late. What
 * makers write in their manuals is for a bare UART.
 */
export function adapterPauseMs(baudRate: number, bitsPerByte = 10): number {
  return 200 + Math.ceil((64 * bitsPerByte * 1_000) / baudRate);
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
