/** Where a flow goes when a device fails: every device step names an edge for each fault its device can have. */
import { z } from 'zod';
import type { DeviceClass } from '#contract/devices/classes.ts';
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { LookupFault } from '#contract/lookup.ts';

export const FaultEdge = z.enum([
  /** The citizen is told what to do and may try again. */
  'retry',
  /** The step can't be done now: the citizen is told so and leaves without losing anything submitted. */
  'leave-safely',
  /** The flow goes on without the device; the screen says what to do instead. */
  'go-on',
]);
export type FaultEdge = z.infer<typeof FaultEdge>;

const OWN_PREFIX = {
  CardReader: 'card.',
  BarcodeReader: 'scanner.',
  Printer: 'printer.',
  CashAcceptor: 'cash.',
  Camera: 'camera.',
  Lights: 'lights.',
  Auxiliaries: 'auxiliaries.',
} as const satisfies Record<DeviceClass, string>;

/** Every fault a device of this class can end a command with. */
export function faultsOf(deviceClass: DeviceClass): readonly FaultCode[] {
  const codes = Object.keys(FAULTS) as FaultCode[];
  return codes.filter((code) => code.startsWith(OWN_PREFIX[deviceClass]) || code.startsWith('device.'));
}

const EDGE = z.enum(['retry', 'leave-safely'] satisfies FaultEdge[]);

/** A lookup through the hub can fail in these ways: one edge for each, as with a device. */
export const lookupFaultEdges = z.strictObject({
  'hub.away': EDGE,
  'hub.refused': EDGE,
} satisfies Record<LookupFault, typeof EDGE>);

/** A strict object with one edge per fault of the class: leaving one out, or naming another, is a finding. */
export function faultEdges(deviceClass: DeviceClass, edges: readonly FaultEdge[]) {
  const edge = z.enum(edges);
  return z.strictObject(Object.fromEntries(faultsOf(deviceClass).map((code) => [code, edge])));
}
