/** How much of the line a long receipt fills while it is sent, and what asking before and after it costs; beside its bytes written bare. */
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { DeviceConfig } from '#contract/config.ts';
import type { Receipt } from '#contract/devices/printer.ts';
import { openDriver } from '#drivers/catalog.ts';
import type { Tap } from '#drivers/tap/tap.ts';
import { machineCables } from '#drivers/transport/cables.ts';
import { openSerial } from '#drivers/transport/serial.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { startReceiptPrinter, type ReceiptPrinterSim } from '#fixtures/simulators/start-simulator.ts';
import type { WireFrame } from '#fixtures/simulators/wire/trace.ts';
import { percentile } from '../shell/percentile.ts';

const SPEEDS = [115200, 19200] as const;
const ROUNDS = 5;
const BITS_PER_BYTE = 10;
const GOAL_PERCENT = 95;
const LINES = 60;
const QUICK = { printSpeedMmPerS: 100_000, cutMs: 0 };
/** Nothing else that is said to a printer is so long. */
const RECEIPT_BYTES = 1_000;
const LIMIT_MS = 60_000;

const RECEIPT: Receipt = {
  blocks: [
    { kind: 'title', text: '望舒区政务服务凭条' },
    ...Array.from({ length: LINES }, (_, line) => ({
      kind: 'pair' as const,
      label: `第 ${line + 1} 项 材料名称`,
      value: '已收到，审核后通知您',
    })),
    { kind: 'qr', data: 'micro-centre-1-20261121-0001-71' },
  ],
};

/** One receipt: its bytes, from the first one written until the printer has heard the last, and from order to outcome. */
interface Printed {
  readonly bytes: Uint8Array;
  readonly sentMs: number;
  readonly wholeMs: number;
}

export async function measureReceipt(folder: string): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const baudRate of SPEEDS) {
    const link = path.join(folder, `receipt-${baudRate}`);
    const printer = await startReceiptPrinter({ link, settings: { ...QUICK, baudRate } });
    try {
      const printed = await throughDriver(printer, baudRate);
      const bytes = printed[0]?.bytes ?? new Uint8Array(0);
      const bare = await written(printer, baudRate, bytes);
      const middle = (times: readonly number[]): number => percentile(times, 50);
      const wireMs = (bytes.length * BITS_PER_BYTE * 1000) / baudRate;
      const share = (ms: number): number => (100 * wireMs) / ms;
      const [sent, limit] = [middle(printed.map(({ sentMs }) => sentMs)), middle(bare)];
      const whole = middle(printed.map(({ wholeMs }) => wholeMs));
      const what = `receipt of ${bytes.length} bytes at ${baudRate} baud`;
      rows.push(
        {
          what: `${what}, share of the line while it is sent (limit: written bare; goal ≥ ${GOAL_PERCENT} %)`,
          value: share(sent),
          unit: '%',
          limit: share(limit),
          ratio: share(sent) / share(limit),
        },
        {
          what: `${what}, from order to "printed", asked before and after (limit: written bare)`,
          value: whole,
          unit: 'ms',
          limit,
          ratio: whole / limit,
        },
      );
    } finally {
      await printer.close();
    }
  }
  return rows;
}

async function throughDriver(printer: ReceiptPrinterSim, baudRate: number): Promise<readonly Printed[]> {
  const place = { class: 'Printer', model: 'receipt-escpos', path: printer.path, settings: { baudRate } };
  let begun = { at: 0, bytes: new Uint8Array(0) };
  const watch: Tap = (wire) => ({
    baudRate: wire.baudRate,
    write(bytes, limitMs) {
      if (bytes.length > RECEIPT_BYTES) begun = { at: systemClock.now(), bytes: bytes.slice() };
      return wire.write(bytes, limitMs);
    },
    onBytes: (listen) => wire.onBytes(listen),
    onClosed: (listen) => wire.onClosed(listen),
    close: () => wire.close(),
  });
  const driver = await openDriver(DeviceConfig.parse({ id: 'receipt', ...place }), {
    cables: machineCables,
    clock: systemClock,
    log: () => undefined,
    tapFor: () => watch,
  });
  try {
    await driver.perform('selfTest', {}, { timeoutMs: LIMIT_MS });
    const all: Printed[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const heard = heardWhole(printer);
      const from = performance.now();
      const ended = await driver.perform('print', RECEIPT, { timeoutMs: LIMIT_MS });
      const wholeMs = performance.now() - from;
      if (!ended.ok) throw new Error(`print: ${ended.fault.code}`);
      all.push({ bytes: begun.bytes, sentMs: (await heard).at - begun.at, wholeMs });
    }
    return all;
  } finally {
    await driver.close();
  }
}

/** The same bytes, by whoever knows nothing of receipts. */
async function written(printer: ReceiptPrinterSim, baudRate: number, bytes: Uint8Array): Promise<readonly number[]> {
  const opened = await openSerial({ path: printer.path, baudRate });
  if (!opened.ok) throw new Error(opened.fault.detail);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const heard = heardWhole(printer);
    const from = systemClock.now();
    await opened.value.write(bytes, LIMIT_MS);
    times.push((await heard).at - from);
  }
  await opened.value.close();
  return times;
}

/** The printer has heard the last byte of a receipt. */
function heardWhole(printer: ReceiptPrinterSim): Promise<WireFrame> {
  return new Promise((resolve) => {
    const stop = printer.trace((frame) => {
      if (frame.direction !== 'toDevice' || frame.hex.length < 2 * RECEIPT_BYTES) return;
      stop();
      resolve(frame);
    });
  });
}
