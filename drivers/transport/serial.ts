/** Serial ports: the only file that knows the serialport packages, and the guard against their lost unplug event. */
import { readSync, writeSync } from 'node:fs';
import { autoDetect, LinuxPortBinding, type LinuxOpenOptions } from '@serialport/bindings-cpp';
import { SerialPortStream } from '@serialport/stream';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenTrouble, OpenWire, SerialAddress, Transport, WriteOutcome } from './transport.ts';

const NOT_NOW = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

/**
 * bindings-cpp reads for ever after a hang-up (its issue 162): read() gives 0 and nobody hears of it. Here 0 is the end.
 * Ports are opened non-blocking, so bytes are moved here and now: by way of the thread pool, as bindings-cpp does it, a
 * question and its answer cost three times as much (`yeban bench devices --only polling`).
 */
class GuardedPortBinding extends LinuxPortBinding {
  override async read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }> {
    for (;;) {
      if (!this.isOpen) throw Object.assign(new Error('port is not open'), { canceled: true });
      await new Promise<void>((resolve, reject) => {
        this.poller.once('readable', (error) => (error ? reject(error) : resolve()));
      });
      const { fd } = this;
      if (fd === null) throw Object.assign(new Error('port is not open'), { canceled: true });
      const bytesRead = atOnce(() => readSync(fd, buffer, offset, length, null));
      if (bytesRead === 0) throw Object.assign(new Error('device hung up'), { disconnect: true });
      if (bytesRead !== null) return { buffer, bytesRead };
    }
  }

  override async write(buffer: Buffer): Promise<void> {
    const { fd } = this;
    const taken = fd === null || buffer.length === 0 ? 0 : (atOnce(() => writeSync(fd, buffer)) ?? 0);
    // What doesn't fit into the port's own memory waits as bindings-cpp lets it wait.
    if (taken < buffer.length) await super.write(buffer.subarray(taken));
  }
}

/** null: not now. */
function atOnce(move: () => number): number | null {
  try {
    return move();
  } catch (error) {
    if (NOT_NOW.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

const native = autoDetect();
const guarded = {
  list: () => native.list(),
  async open(options: LinuxOpenOptions) {
    const port = await native.open(options);
    // The other platforms' bindings don't share the fault; a port keeps its own fields, only its reading is ours.
    if (port instanceof LinuxPortBinding) Object.setPrototypeOf(port, GuardedPortBinding.prototype);
    return port;
  },
};

/** Opens a serial device with an exclusive lock. A second opener, in this or another process, gets `taken`. */
export const openSerial: OpenWire<SerialAddress, Transport> = ({ path, baudRate, parity = 'none', stopBits = 1 }) =>
  new Promise<Result<Transport, OpenTrouble>>((resolve) => {
    const port = new SerialPortStream({
      binding: guarded,
      path,
      baudRate,
      parity,
      stopBits,
      lock: true,
      autoOpen: false,
    });
    port.open((error) => resolve(error ? fail(openTrouble(error)) : ok(serialTransport(port, baudRate))));
  });

function openTrouble(error: Error): OpenTrouble {
  const detail = error.message;
  if (/no such file/i.test(detail)) return { reason: 'missing', detail };
  return { reason: /lock port|busy|temporarily unavailable/i.test(detail) ? 'taken' : 'refused', detail };
}

function serialTransport(port: SerialPortStream, baudRate: number): Transport {
  let open = true;
  const closedListeners = new Set<() => void>();
  const byteListeners = new Set<(bytes: Uint8Array) => void>();
  const closed = (): void => {
    if (!open) return;
    open = false;
    for (const listen of [...closedListeners]) listen();
    byteListeners.clear();
  };
  /** What a frozen device didn't take must not come out when it wakes up, perhaps in front of the next citizen. */
  const discard = (): void => {
    if (port.isOpen) port.flush(() => port.close(() => undefined));
  };
  // Read from the first moment, listener or not: a stream that nobody reads doesn't notice a hang-up either.
  port.on('data', (bytes: Buffer) => {
    for (const listen of byteListeners) listen(new Uint8Array(bytes));
    // A piece of the stream's long-lived pool, and perhaps of a citizen's card: everyone has their own copy by now.
    bytes.fill(0);
  });
  port.on('close', closed);
  // A write error means the wire is gone too; without a listener it would end the process.
  port.on('error', () => {
    closed();
    if (port.isOpen) port.close(() => undefined);
  });

  return {
    baudRate,
    write: (bytes, limitMs) =>
      new Promise<WriteOutcome>((resolve) => {
        if (!open) return resolve('closed');
        // Write callbacks of a frozen or vanished device may never come, so each write has its own end.
        const limit = setTimeout(() => {
          finish('stuck');
          discard();
        }, limitMs);
        const gone = (): void => finish('closed');
        const finish = (outcome: WriteOutcome): void => {
          clearTimeout(limit);
          closedListeners.delete(gone);
          resolve(outcome);
        };
        closedListeners.add(gone);
        port.write(Buffer.from(bytes), (error) => finish(error ? 'closed' : 'taken'));
      }),
    onBytes(listen) {
      byteListeners.add(listen);
      return () => byteListeners.delete(listen);
    },
    onClosed(listen) {
      closedListeners.add(listen);
      return () => closedListeners.delete(listen);
    },
    close: () =>
      new Promise<void>((resolve) => {
        closed();
        if (!port.isOpen) return resolve();
        port.close(() => resolve());
      }),
  };
}
