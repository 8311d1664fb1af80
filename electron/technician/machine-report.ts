/** The machine under the kiosk: versions, room, memory, how long it runs. */
import { statfs } from 'node:fs/promises';
import os from 'node:os';
import type { MachineReport } from '#contract/technician/machine.ts';
import { yebanVersion } from './yeban-version.ts';

/** `store` is any folder on the disk that is asked about. */
export async function machineReport(store: string, deviceHost: MachineReport['deviceHost']): Promise<MachineReport> {
  const { bavail, blocks, bsize } = await statfs(store);
  return {
    versions: {
      yeban: yebanVersion(),
      node: process.versions.node,
      electron: process.versions['electron'] ?? null,
      system: `${os.type()} ${os.release()} ${os.arch()}`,
    },
    disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize },
    memory: { freeBytes: os.freemem(), totalBytes: os.totalmem(), kioskBytes: process.memoryUsage.rss() },
    uptimeMs: Math.round(os.uptime() * 1_000),
    deviceHost,
  };
}
