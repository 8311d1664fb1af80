/** Which drives can be pulled out, told by a copy of what the kernel says. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDrives } from './find-drives.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-drives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function block(name: string, { removable, bus }: { removable: boolean; bus: string }): void {
  const place = path.join(folder, 'block', name);
  const device = path.join(folder, 'devices', bus, name);
  mkdirSync(place, { recursive: true });
  mkdirSync(device, { recursive: true });
  writeFileSync(path.join(place, 'removable'), removable ? '1\n' : '0\n');
  symlinkSync(device, path.join(place, 'device'));
}
function mounted(name: string): string {
  const place = path.join(folder, name);
  mkdirSync(place, { recursive: true });
  return place;
}
const sources = () => ({ blocks: path.join(folder, 'block'), mounts: path.join(folder, 'mounts') });

test('sticks, memory cards and USB disks are; the disk inside, its namesakes and what is not mounted are not', async () => {
  block('sda', { removable: false, bus: 'pci0/ata1' });
  block('sdb', { removable: true, bus: 'pci0/usb1/1-2' });
  block('sdc', { removable: false, bus: 'pci0/usb2/2-1' });
  block('mmcblk0', { removable: true, bus: 'pci0/mmc0' });
  block('sdd', { removable: true, bus: 'pci0/usb1/1-3' });
  const [root, stick, disk, card, aa] = ['root', 'NIGHT BUNDLE', 'disk', 'card', 'aa'].map(mounted);
  writeFileSync(
    sources().mounts,
    [
      `/dev/sda1 ${root} ext4 rw,relatime 0 0`,
      `/dev/sdb1 ${stick?.replace(' ', '\\040')} vfat rw,nosuid 0 0`,
      `/dev/sdc ${disk} exfat rw 0 0`,
      `/dev/mmcblk0p1 ${card} vfat ro,nosuid 0 0`,
      `/dev/sdbc1 ${aa} ext4 rw 0 0`,
      `tmpfs ${aa} tmpfs rw 0 0`,
      `/dev/sdd1 ${folder}/pulled-out vfat rw 0 0`,
    ].join('\n'),
  );
  const drives = await findDrives([], sources());
  expect(drives.map((drive) => [drive.folder, drive.label, drive.writable])).toEqual([
    [stick, 'NIGHT BUNDLE', true],
    [disk, 'disk', true],
    [card, 'card', false],
  ]);
  expect(drives.every(({ freeBytes }) => freeBytes > 0)).toBe(true);
});

test('a machine that tells nothing has none, but for the folders that kiosk.yaml allows', async () => {
  const share = mounted('share');
  expect(await findDrives([share, path.join(folder, 'not-there')], sources())).toMatchObject([{ folder: share }]);
  expect(await findDrives([], sources())).toEqual([]);
});
