/** A tap that tells what passes, for a technician's trace; it keeps nothing, because a wire carries personal data. */
import type { Clock } from '#contract/clock.ts';
import type { Tap } from './tap.ts';

export interface Passage {
  /** Milliseconds on the clock's monotonic scale. */
  readonly at: number;
  readonly direction: 'toDevice' | 'fromDevice';
  readonly bytes: Uint8Array;
}

export function recordTap(clock: Clock, note: (passage: Passage) => void): Tap {
  return (wire) => ({
    baudRate: wire.baudRate,
    write(bytes, limitMs) {
      note({ at: clock.monotonic(), direction: 'toDevice', bytes });
      return wire.write(bytes, limitMs);
    },
    onBytes: (listen) =>
      wire.onBytes((bytes) => {
        note({ at: clock.monotonic(), direction: 'fromDevice', bytes });
        listen(bytes);
      }),
    onClosed: (listen) => wire.onClosed(listen),
    close: () => wire.close(),
  });
}
