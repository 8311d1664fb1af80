/** Where a flow goes when a device fails: every device step names an edge for each fault its device can have. */
import { z } from 'zod';
import type { DeviceClass } from '#contract/devices/classes.ts';
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { LookupFault } from '#contract/lookup.ts';

export const FaultEdge = z.enum([
  /** The citizen is told what to do and may try again. */
  'retry',
  /** The same is reached differently, for example on the screen instead of on paper. */
  'another-way',
  /** The paper is brought later, within the time its material allows. */
  'skip-with-deferral',
  /** The step can't be done now: the citizen is told so and leaves without losing anything submitted. */
  'leave-safely',
  /** The flow goes on without the device; the screen says what to do instead. */
  'go-on',
]);
export type FaultEdge = z.infer<typeof FaultEdge>;

/** Whether every edge must be written, or only those that differ from the hall's usual ones (`defaults.yaml`). */
export type EdgeWriting = 'whole' | 'partial';

/** A printer of pages has a tray and toner where one of receipts has a roll. */
const OWN_PREFIX = {
  A4Printer: 'page.',
  CardReader: 'card.',
  BarcodeReader: 'scanner.',
  Printer: 'printer.',
  CashAcceptor: 'cash.',
  Camera: 'camera.',
  Lights: 'lights.',
  Auxiliaries: 'auxiliaries.',
} as const satisfies Record<DeviceClass | 'A4Printer', string>;

/** Every fault a device of this class can end a command with. */
function faultsOf(deviceClass: keyof typeof OWN_PREFIX): readonly FaultCode[] {
  const codes = Object.keys(FAULTS) as FaultCode[];
  return codes.filter((code) => code.startsWith(OWN_PREFIX[deviceClass]) || code.startsWith('device.'));
}

/** A lookup through the hub can fail in these ways: one edge for each, as with a device. */
const LOOKUP_FAULTS = ['hub.away', 'hub.refused'] as const satisfies readonly LookupFault[];

/** A strict object with one edge per fault: leaving one out of the whole, or naming another, is a finding. */
function edgesFor(faults: readonly FaultCode[], edges: readonly FaultEdge[], writing: EdgeWriting) {
  const edge = z.enum(edges);
  const whole = z.strictObject(Object.fromEntries(faults.map((code) => [code, edge])));
  // Parsed, both are a record of edges; which of them are there is what the two writings differ in.
  return writing === 'whole' ? whole : (whole.partial().default({}) as unknown as typeof whole);
}

function deviceEdges(deviceClass: keyof typeof OWN_PREFIX, edges: readonly FaultEdge[]) {
  return (writing: EdgeWriting) => edgesFor(faultsOf(deviceClass), edges, writing);
}

/** The edges of each kind of step that can fail. */
export const EDGES = {
  identify: deviceEdges('CardReader', ['retry', 'leave-safely']),
  scan: deviceEdges('Camera', ['retry', 'skip-with-deferral', 'leave-safely']),
  print: deviceEdges('A4Printer', ['retry', 'go-on', 'another-way']),
  receipt: deviceEdges('Printer', ['retry', 'go-on']),
  lookup: (writing: EdgeWriting) => edgesFor(LOOKUP_FAULTS, ['retry', 'leave-safely', 'go-on'], writing),
} as const;
