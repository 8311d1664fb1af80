/** A device's status as the fault that a citizen would meet; null while the device works or nothing is known against it. */
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { DeviceState, DeviceStatus } from '#contract/devices/status.ts';
import type { FaultCode } from '#contract/faults.table.ts';

/** `unknown` is a device that was heard once or asked and keeps silent; one that was never asked is `starting`. */
const WORKS: ReadonlySet<DeviceState> = new Set<DeviceState>(['online', 'deviceBusy', 'starting']);

export const SILENT = {
  CardReader: 'card.readerTrouble',
  BarcodeReader: 'scanner.silent',
  Printer: 'printer.silent',
  CashAcceptor: 'cash.silent',
  Camera: 'camera.absent',
  Lights: 'lights.silent',
  Auxiliaries: 'auxiliaries.silent',
} as const satisfies Record<DeviceClass, FaultCode>;

/** By name and value on the status board, the one that matters most first. */
const BY_VALUE: readonly (readonly [name: string, value: string, fault: FaultCode])[] = [
  ['cover', 'open', 'printer.coverOpen'],
  ['paper', 'out', 'printer.paperOut'],
  ['cutter', 'jammed', 'printer.jammed'],
  ['mechanism', 'failed', 'printer.jammed'],
  ['toner', 'out', 'page.tonerOut'],
  ['picture', 'black', 'camera.black'],
  ['picture', 'frozen', 'camera.frozen'],
  ['model', 'other', 'camera.other'],
];

/** A printer of pages has a tray and not a roll. */
const ON_PAGES: Readonly<Partial<Record<FaultCode, FaultCode>>> = {
  'printer.coverOpen': 'page.coverOpen',
  'printer.paperOut': 'page.paperOut',
  'printer.jammed': 'page.jammed',
  'printer.silent': 'page.silent',
};

/** `printsPages`: what has toner does; who knows the model knows it also of a printer that never answered. */
export function troubleOf(
  deviceClass: DeviceClass,
  { state, values }: DeviceStatus,
  printsPages = 'toner' in values,
): FaultCode | null {
  const known = BY_VALUE.find(([name, value]) => values[name]?.value === value);
  const fault = known === undefined ? (WORKS.has(state) ? null : SILENT[deviceClass]) : known[2];
  return (fault !== null && printsPages && ON_PAGES[fault]) || fault;
}
