/** The process of the bare loop: no framer, no machine, no contract; what was said is said again at the same moments. */
import { openSerial } from '#drivers/transport/serial.ts';
import type { Transport } from '#drivers/transport/transport.ts';
import type { BareLoopOrder } from './bare-loop.ts';

const WRITE_LIMIT_MS = 5_000;

process.once('message', (order: BareLoopOrder) => void speak(order));

async function speak({ wires, sayings }: BareLoopOrder): Promise<void> {
  const open = new Map<string, Transport>();
  for (const { path, baudRate } of wires) {
    const opened = await openSerial({ path, baudRate });
    if (!opened.ok) throw new Error(`${path}: ${opened.fault.detail}`);
    open.set(path, opened.value);
    opened.value.onBytes(() => undefined);
  }
  process.send?.('begun');
  const from = performance.now();
  const inOrder = sayings
    .map(({ path, afterMs, hex }) => ({ path, afterMs, bytes: Buffer.from(hex, 'hex') }))
    .toSorted((one, other) => one.afterMs - other.afterMs);
  let at = 0;
  const next = (): void => {
    const saying = inOrder[at];
    if (!saying) return;
    const wait = saying.afterMs - (performance.now() - from);
    if (wait > 0) return void setTimeout(next, wait);
    at += 1;
    void open.get(saying.path)?.write(saying.bytes, WRITE_LIMIT_MS);
    next();
  };
  next();
}
