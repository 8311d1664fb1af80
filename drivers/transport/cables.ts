/** How a driver comes to its wire: one opener for each kind of cable, each loaded when a device hangs on it. */
import type { Tap } from '../tap/tap.ts';
import { tapped } from '../tap/tap.ts';
import { ok } from '#contract/result.ts';
import { shareLines, type OpenSharedWire } from './shared-line.ts';
import type { OpenIpp, OpenReports, OpenSlot, OpenTransport, OpenWire, Reports, Transport } from './transport.ts';

export interface Cables {
  /** Serial lines and TCP. */
  readonly bytes: OpenTransport;
}

export interface ReportCables {
  /** HID. */
  readonly reports: OpenReports;
}

export interface SharedCables {
  /** A serial line that several devices of one kiosk share. */
  readonly lines: OpenSharedWire;
}

export interface SlotCables {
  /** Chip card readers of the PC/SC service. */
  readonly slots: OpenSlot;
}

export interface IppCables {
  /** Printers on the network. */
  readonly ipp: OpenIpp;
}

/** Every kind there is; a driver names the kinds that it needs. */
export interface AllCables extends Cables, ReportCables, SharedCables, SlotCables, IppCables {}

const openBytes: OpenTransport = async (address) =>
  'path' in address ? (await import('./serial.ts')).openSerial(address) : (await import('./tcp.ts')).openTcp(address);

/** The cables of this machine. */
export const machineCables: AllCables = {
  bytes: openBytes,
  lines: shareLines(openBytes),
  reports: async (address) => (await import('./hid.ts')).openHid(address),
  slots: async (address) => (await import('./pcsc.ts')).openPcsc(address),
  ipp: async (address) => (await import('./ipp.ts')).openIpp(address),
};

/** The same cables with taps on those that carry bytes. */
export function tappedCables<K extends Partial<AllCables>>(cables: K, taps: readonly Tap[]): K {
  if (taps.length === 0) return cables;
  const { bytes, reports, lines, slots, ipp } = cables;
  return {
    ...cables,
    ...(bytes && { bytes: tappedBytes(bytes, taps) }),
    ...(reports && { reports: tappedReports(reports, taps) }),
    ...(lines && { lines: tappedLines(lines, taps) }),
    ...(slots && { slots: tappedBytes(slots, taps) }),
    ...(ipp && { ipp: tappedBytes(ipp, taps) }),
  };
}

function tappedBytes<A>(open: OpenWire<A, Transport>, taps: readonly Tap[]): OpenWire<A, Transport> {
  return async (address) => {
    const opened = await open(address);
    return opened.ok ? ok(tapped(opened.value, taps)) : opened;
  };
}

/** Each device's taps hear what is said in its own turns. */
function tappedLines(open: OpenSharedWire, taps: readonly Tap[]): OpenSharedWire {
  return async (address) => {
    const opened = await open(address);
    return opened.ok ? ok({ ...tapped(opened.value, taps), turn: opened.value.turn }) : opened;
  };
}

function tappedReports(open: OpenReports, taps: readonly Tap[]): OpenReports {
  return async (address) => {
    const opened = await open(address);
    return opened.ok ? ok(withReportsTapped(opened.value, taps)) : opened;
  };
}

function withReportsTapped(wire: Reports, taps: readonly Tap[]): Reports {
  const inner = tapped(wire, taps);
  return {
    vendorId: wire.vendorId,
    descriptor: wire.descriptor,
    baudRate: inner.baudRate,
    write: (report, limitMs) => inner.write(report, limitMs),
    setFeature: (report, limitMs) => wire.setFeature(report, limitMs),
    onBytes: (listen) => inner.onBytes(listen),
    onClosed: (listen) => inner.onClosed(listen),
    close: () => inner.close(),
  };
}
