/** The serial ports of this machine, each with the name that stays the same when cables move. */
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

export interface SerialPortName {
  readonly path: string;
  /** Below /dev/serial/by-id; null for a port that is no USB adapter. */
  readonly byId: string | null;
}

const SERIAL = /^tty(S|USB|ACM|AMA)\d+$/;

export async function listPorts(dev = '/dev'): Promise<readonly SerialPortName[]> {
  const names = (await readdir(dev).catch(() => [])).filter((name) => SERIAL.test(name));
  const byId = path.join(dev, 'serial/by-id');
  const links = (await readdir(byId).catch(() => [])).map((name) => path.join(byId, name));
  const leadTo = new Map(
    await Promise.all(links.map(async (link) => [await realpath(link).catch(() => ''), link] as const)),
  );
  return names
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => ({ path: path.join(dev, name), byId: leadTo.get(path.join(dev, name)) ?? null }));
}
