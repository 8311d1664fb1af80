/** The layer between wire and framer: a tap sees, and in tests disturbs, every byte that passes. */
import type { Transport } from '../transport/transport.ts';

export type Tap = (wire: Transport) => Transport;

/** Taps in the order from the wire to the driver. */
export function tapped(wire: Transport, taps: readonly Tap[]): Transport {
  return taps.reduce((inner, tap) => tap(inner), wire);
}
