/** Twelve devices on wires, each simulated by a process of its own: what a full cabinet hangs on. */
import path from 'node:path';
import { DeviceConfig } from '#contract/config.ts';
import {
  startCoinAcceptor,
  startIdCardReader,
  startModbusLine,
  startNotesCcnet,
  startNotesId003,
  startReceiptPrinter,
  startSerialScanner,
  startUps,
} from '#fixtures/simulators/start-simulator.ts';
import type { WireFrame } from '#fixtures/simulators/wire/trace.ts';

interface OnAWire {
  readonly path: string;
  trace(listener: (frame: WireFrame) => void): () => void;
  close(): Promise<void>;
}

export interface BenchCabinet {
  readonly devices: readonly DeviceConfig[];
  /** By path: two boards hang on one. */
  readonly wires: readonly OnAWire[];
  close(): Promise<void>;
}

const START: Readonly<Record<string, (options: { readonly link: string }) => Promise<OnAWire>>> = {
  'reader-1': startIdCardReader,
  'reader-2': startIdCardReader,
  'scanner-1': startSerialScanner,
  'scanner-2': startSerialScanner,
  'receipt-1': startReceiptPrinter,
  'receipt-2': startReceiptPrinter,
  ccnet: startNotesCcnet,
  id003: startNotesId003,
  coins: startCoinAcceptor,
  line: startModbusLine,
  ups: startUps,
};

/** Rejects with nothing left running. */
export async function openCabinet(folder: string): Promise<BenchCabinet> {
  await using opening = new AsyncDisposableStack();
  const wires: OnAWire[] = [];
  for (const [name, start] of Object.entries(START)) {
    const wire = await start({ link: path.join(folder, name) });
    opening.defer(() => wire.close());
    wires.push(wire);
  }
  const at = (name: string, deviceClass: string, model: string, settings: object = {}, wire = name): DeviceConfig =>
    DeviceConfig.parse({ id: name, class: deviceClass, model, path: path.join(folder, wire), settings });
  const devices = [
    at('reader-1', 'CardReader', 'idcard-sdt'),
    at('reader-2', 'CardReader', 'idcard-sdt'),
    at('scanner-1', 'BarcodeReader', 'scanner-serial'),
    at('scanner-2', 'BarcodeReader', 'scanner-serial'),
    at('receipt-1', 'Printer', 'receipt-escpos'),
    at('receipt-2', 'Printer', 'receipt-escpos'),
    at('ccnet', 'CashAcceptor', 'notes-ccnet'),
    at('id003', 'CashAcceptor', 'notes-id003'),
    at('coins', 'CashAcceptor', 'coins-cctalk'),
    at('lights', 'Lights', 'lights-modbus', { unit: 1, lights: { cardReader: { coil: 0 } } }, 'line'),
    at('io', 'Auxiliaries', 'io-modbus', { unit: 2, door: { address: 0 }, presence: { address: 1 } }, 'line'),
    at('ups', 'Auxiliaries', 'ups-megatec'),
  ];
  const running = opening.move();
  return { devices, wires, close: () => running.disposeAsync() };
}
