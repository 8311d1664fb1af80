/** Everything around a kiosk that is to be measured: hub, devices on wires, a signed release and its `kiosk.yaml`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { StationId } from '#contract/ids.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { newCode } from '#fixtures/hall/new-code.ts';
import { publishCatalog } from '#fixtures/hall/publish-catalog.ts';
import { startIdCardReader, startReceiptPrinter, type IdCardReaderSim } from '#fixtures/simulators/start-simulator.ts';
import { startHub } from '#hub/server/start-hub.ts';

const STATION = StationId.parse('micro-centre-1');

export interface BenchHall {
  readonly configFile: string;
  readonly reader: IdCardReaderSim;
  close(): Promise<void>;
}

/** Nothing of it runs in the kiosk's process, as in the field. The devices are as quick as their cables. Rejects with nothing left running. */
export async function openHall(folder: string, readerSpeed: 9600 | 115200 = 115200): Promise<BenchHall> {
  await using opening = new AsyncDisposableStack();
  const store = path.join(folder, 'state');
  const wires = path.join(folder, 'wires');
  await Promise.all([mkdir(store, { recursive: true }), mkdir(wires, { recursive: true })]);
  const hub = await startHub({
    database: { folder: path.join(folder, 'database') },
    keyFolder: path.join(folder, 'hub-keys'),
    host: '127.0.0.1',
    port: 0,
    consoleFolder: null,
    clock: systemClock,
    log: () => {},
  });
  opening.defer(() => hub.close());
  const reader = await startIdCardReader({
    link: path.join(wires, 'card-reader'),
    settings: { findMs: 0, readMs: 0, baudRate: readerSpeed },
  });
  opening.defer(() => reader.close());
  const printer = await startReceiptPrinter({
    link: path.join(wires, 'receipt'),
    settings: { printSpeedMmPerS: 10_000, cutMs: 0 },
  });
  opening.defer(() => printer.close());
  await publishCatalog({ store, sealingKey: hub.sealingKey });
  const configFile = path.join(folder, 'kiosk.yaml');
  await writeFile(
    configFile,
    stringify({
      station: STATION,
      store,
      hub: { url: hub.url, enrolment: await newCode(hub.url, STATION) },
      devices: [
        {
          id: 'card-reader',
          class: 'CardReader',
          model: 'idcard-sdt',
          path: reader.path,
          settings: { baudRate: readerSpeed },
        },
        { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: printer.path },
      ],
    }),
  );
  const running = opening.move();
  return { configFile, reader, close: () => running.disposeAsync() };
}
