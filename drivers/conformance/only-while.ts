/** Mischief with a switch: peace before it and after. */
import type { Tap } from '../tap/tap.ts';

/** A tap that does nothing but while it is on. */
export function onlyWhile(): { on: boolean; tap(mischief: Tap): Tap } {
  const state = {
    on: false,
    tap:
      (mischief: Tap): Tap =>
      (wire) => {
        const disturbed = mischief({
          ...wire,
          baudRate: wire.baudRate,
          write: (bytes, limitMs) => wire.write(bytes, limitMs),
          onBytes: (listen) => wire.onBytes((bytes) => state.on && listen(bytes)),
          onClosed: (listen) => wire.onClosed(listen),
          close: () => wire.close(),
        });
        return {
          baudRate: wire.baudRate,
          write: (bytes, limitMs) => (state.on ? disturbed.write(bytes, limitMs) : wire.write(bytes, limitMs)),
          onBytes(listen) {
            const stops = [disturbed.onBytes(listen), wire.onBytes((bytes) => !state.on && listen(bytes))];
            return () => stops.forEach((stop) => stop());
          },
          onClosed: (listen) => wire.onClosed(listen),
          close: () => wire.close(),
        };
      },
  };
  return state;
}
