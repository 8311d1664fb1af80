/** Finds mounted drives that can be pulled out, as Linux tells of them: USB sticks and disks, memory cards. */
import { constants } from 'node:fs';
import { access, readFile, readdir, realpath, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Drive } from '#contract/technician/bundle.ts';

/** Where the kernel tells of drives; elsewhere only in tests. */
export interface DriveSources {
  readonly blocks: string;
  readonly mounts: string;
}

const KERNEL: DriveSources = { blocks: '/sys/block', mounts: '/proc/self/mounts' };

/** `others`: folders that kiosk.yaml allows besides; those that are not there are left out. */
export async function findDrives(others: readonly string[], sources = KERNEL): Promise<Drive[]> {
  const removable = await removableDevices(sources.blocks);
  const mounts = (await readFile(sources.mounts, 'utf8').catch(() => '')).split('\n').flatMap((line) => {
    const [device = '', folder = '', , options = ''] = line.split(' ');
    const isOne = removable.some((name) => isPartOf(path.basename(device), name)) && device.startsWith('/dev/');
    return isOne ? [{ folder: unescaped(folder), readOnly: options.split(',').includes('ro') }] : [];
  });
  const all = [...mounts, ...others.map((folder) => ({ folder, readOnly: false }))];
  const drives = await Promise.all(all.map(({ folder, readOnly }) => driveAt(folder, readOnly)));
  return drives.filter((drive) => drive !== null);
}

/** A USB disk in a case says that it is not removable, yet its cable can be pulled. */
async function removableDevices(blocks: string): Promise<string[]> {
  const names = await readdir(blocks).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const flag = await readFile(path.join(blocks, name, 'removable'), 'utf8').catch(() => '0');
      const bus = await realpath(path.join(blocks, name, 'device')).catch(() => '');
      return flag.trim() === '1' || /\/usb\d/.test(bus) ? [name] : [];
    }),
  );
  return found.flat();
}

/** `sdb1` of `sdb`, `mmcblk0p1` of `mmcblk0`, and a stick without partitions itself. */
function isPartOf(device: string, name: string): boolean {
  return device.startsWith(name) && /^(p?\d+)?$/.test(device.slice(name.length));
}

async function driveAt(folder: string, readOnly: boolean): Promise<Drive | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const mayWrite = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { folder, label: path.basename(folder), freeBytes: bavail * bsize, writable: mayWrite && !readOnly };
  } catch {
    // Pulled out since the list of mounts was read, or a folder that is not there.
    return null;
  }
}

/** proc(5): blanks and the like are written as three octal digits. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
