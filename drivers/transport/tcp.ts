/** Bytes over TCP, as receipt printers offer on port 9100; a network has no baud rate, so waiting is reckoned for a slow one. */
import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenTrouble, TcpAddress, Transport, WriteOutcome } from './transport.ts';

const CONNECT_LIMIT_MS = 3_000;
/** What `wireTimeMs` reckons with: 100 kB/s, the slowest interface board one meets. */
const RECKONED_BAUD = 1_000_000;
/** A peer that lost its power says nothing: the kernel asks after this long. */
const KEEP_ALIVE_MS = 5_000;

export function openTcp({ host, port }: TcpAddress): Promise<Result<Transport, OpenTrouble>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS });
    const refuse = (error: NodeJS.ErrnoException): void => {
      socket.destroy();
      const missing = error.code === 'ECONNREFUSED' || error.code === 'EHOSTUNREACH' || error.code === 'ETIMEDOUT';
      resolve(fail({ reason: missing ? 'missing' : 'refused', detail: error.message }));
    };
    socket.setTimeout(CONNECT_LIMIT_MS, () =>
      refuse(Object.assign(new Error(`no answer from ${host}:${port}`), { code: 'ETIMEDOUT' })),
    );
    socket.once('error', refuse);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', refuse);
      resolve(ok(tcpTransport(socket)));
    });
  });
}

function tcpTransport(socket: Socket): Transport {
  let open = true;
  const byteListeners = new Set<(bytes: Uint8Array) => void>();
  const closedListeners = new Set<() => void>();
  const closed = (): void => {
    if (!open) return;
    open = false;
    for (const listen of [...closedListeners]) listen();
    byteListeners.clear();
  };
  socket.on('data', (bytes) => {
    for (const listen of byteListeners) listen(new Uint8Array(bytes));
  });
  socket.on('close', closed);
  // An end from the far side is the end of the wire too; the error comes with `close`.
  socket.on('end', () => socket.destroy());
  socket.on('error', () => undefined);

  return {
    baudRate: RECKONED_BAUD,
    write: (bytes, limitMs) =>
      new Promise<WriteOutcome>((resolve) => {
        if (!open) return resolve('closed');
        const limit = setTimeout(() => {
          finish('stuck');
          // What wasn't taken must not come out later.
          socket.resetAndDestroy();
        }, limitMs);
        const gone = (): void => finish('closed');
        const finish = (outcome: WriteOutcome): void => {
          clearTimeout(limit);
          closedListeners.delete(gone);
          resolve(outcome);
        };
        closedListeners.add(gone);
        socket.write(bytes, (error) => finish(error ? 'closed' : 'taken'));
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
        if (socket.closed) return resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      }),
  };
}
