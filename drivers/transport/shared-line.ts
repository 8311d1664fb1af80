/**
 * One serial port that several devices of a kiosk share, as on RS-485: it is opened once, each device speaks in its turn
 * and hears only what is said in its turn; it is closed when the last of them lets go.
 */
import { fail, ok, type Result } from '#contract/result.ts';
import { openQueue, type Queue } from '../service/queue.ts';
import type { OpenTransport, OpenTrouble, OpenWire, SerialAddress, Transport } from './transport.ts';

export interface SharedWire extends Transport {
  /** Has the line for itself while `work` runs. */
  readonly turn: Queue;
}

export type OpenSharedWire = OpenWire<SerialAddress, SharedWire>;

interface Line {
  readonly address: SerialAddress;
  readonly opening: Promise<Result<Transport, OpenTrouble>>;
  readonly turn: Queue;
  readonly users: Set<User>;
  speaking: User | null;
}

interface User {
  readonly hear: Set<(bytes: Uint8Array) => void>;
  readonly gone: Set<() => void>;
}

export function shareLines(open: OpenTransport): OpenSharedWire {
  const lines = new Map<string, Line>();

  const lineAt = (address: SerialAddress): Line => {
    const known = lines.get(address.path);
    if (known) return known;
    const line: Line = { address, opening: open(address), turn: openQueue(), users: new Set(), speaking: null };
    lines.set(address.path, line);
    void line.opening.then((opened) => {
      if (!opened.ok) return forget(line);
      opened.value.onBytes((bytes) => {
        for (const listen of [...(line.speaking?.hear ?? [])]) listen(bytes);
      });
      opened.value.onClosed(() => {
        forget(line);
        for (const user of line.users) for (const listen of [...user.gone]) listen();
        line.users.clear();
      });
    });
    return line;
  };
  const forget = (line: Line): void => {
    if (lines.get(line.address.path) === line) lines.delete(line.address.path);
  };

  return async (address) => {
    const line = lineAt(address);
    if (!isSameLine(line.address, address))
      return fail({ reason: 'refused', detail: `another device runs this line at ${line.address.baudRate} baud` });
    const user: User = { hear: new Set(), gone: new Set() };
    // From here on it keeps the line open, also while it is still being opened.
    line.users.add(user);
    const opened = await line.opening;
    if (!opened.ok) return opened;
    return ok(wireOf(line, opened.value, user, () => forget(line)));
  };
}

function wireOf(line: Line, wire: Transport, user: User, forget: () => void): SharedWire {
  return {
    baudRate: wire.baudRate,
    write: (bytes, limitMs) => (line.users.has(user) ? wire.write(bytes, limitMs) : Promise.resolve('closed')),
    onBytes(listen) {
      user.hear.add(listen);
      return () => user.hear.delete(listen);
    },
    onClosed(listen) {
      user.gone.add(listen);
      return () => user.gone.delete(listen);
    },
    turn: (work, signal, givenUp) =>
      line.turn(
        async () => {
          line.speaking = user;
          try {
            return await work();
          } finally {
            line.speaking = null;
          }
        },
        signal,
        givenUp,
      ),
    async close() {
      if (!line.users.delete(user)) return;
      for (const listen of [...user.gone]) listen();
      user.hear.clear();
      if (line.users.size > 0) return;
      forget();
      await wire.close();
    },
  };
}

function isSameLine(one: SerialAddress, other: SerialAddress): boolean {
  const parity = (address: SerialAddress): string => address.parity ?? 'none';
  const stopBits = (address: SerialAddress): number => address.stopBits ?? 1;
  return one.baudRate === other.baudRate && parity(one) === parity(other) && stopBits(one) === stopBits(other);
}
