/** HID devices as the kernel lists them, on a folder made like sysfs; who has a node open, on one made like /proc. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTrouble } from './hid.ts';
import { findHidraw, listHidraw } from './hidraw-list.ts';
import { whoHas } from './who-has.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-hidraw-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function addDevice(name: string, uevent: string): void {
  const device = path.join(folder, name, 'device');
  mkdirSync(device, { recursive: true });
  writeFileSync(path.join(device, 'uevent'), uevent);
  writeFileSync(path.join(device, 'report_descriptor'), Uint8Array.of(5, 1, 0xc0));
}
const scanner = 'DRIVER=hid-generic\nHID_ID=0003:00000C2E:00000B6A\nHID_NAME=Maker POS Scanner\nHID_UNIQ=S1\n';

test('devices are listed by their numbers, with what they say of themselves', async () => {
  addDevice('hidraw10', 'HID_ID=0003:00000400:0000C35A\nHID_NAME=Reader\nHID_UNIQ=\n');
  addDevice('hidraw2', scanner);
  addDevice('hidraw3', 'something else');
  addDevice('hiddev0', scanner);
  expect(await listHidraw(folder)).toEqual([
    {
      node: '/dev/hidraw2',
      vendorId: '0c2e',
      productId: '0b6a',
      serialNumber: 'S1',
      name: 'Maker POS Scanner',
      descriptor: Uint8Array.of(5, 1, 0xc0),
    },
    expect.objectContaining({ node: '/dev/hidraw10', serialNumber: null }),
  ]);
  expect(await listHidraw(path.join(folder, 'nowhere'))).toEqual([]);
});

test('found by path, by a name that a rule gave, by identity and by serial number; else not at all', async () => {
  addDevice('hidraw2', scanner);
  addDevice('hidraw5', scanner.replace('S1', 'S2'));
  symlinkSync('/dev/hidraw5', path.join(folder, 'yeban-scanner'));
  const nodeOf = async (address: Parameters<typeof findHidraw>[0]) => (await findHidraw(address, folder))?.node ?? null;
  const identity = { vendorId: '0c2e', productId: '0b6a' };
  expect(await nodeOf({ path: '/dev/hidraw5' })).toBe('/dev/hidraw5');
  expect(await nodeOf(identity)).toBe('/dev/hidraw2');
  expect(await nodeOf({ ...identity, serialNumber: 'S2' })).toBe('/dev/hidraw5');
  expect(await nodeOf({ ...identity, serialNumber: 'S3' })).toBeNull();
  expect(await nodeOf({ path: '/dev/hidraw6' })).toBeNull();
  expect(await nodeOf({ path: '/dev/ttyS0' })).toBeNull();
});

test('who has it open is named; nobody is nobody', async () => {
  const process = path.join(folder, '4321', 'fd');
  mkdirSync(process, { recursive: true });
  writeFileSync(path.join(folder, '4321', 'comm'), 'other-kiosk\n');
  symlinkSync('/dev/hidraw2', path.join(process, '7'));
  expect(await whoHas('/dev/hidraw2', folder)).toBe('4321 (other-kiosk)');
  expect(await whoHas('/dev/hidraw3', folder)).toBeNull();
});

test.each([
  ['could not open: No such file or directory', 'missing', ''],
  ['cannot open /dev/hidraw2: Permission denied', 'refused', ''],
  ['libusb-1.0.so.0: cannot open shared object file: No such file or directory', 'refused', 'libusb-1.0-0'],
])('%s: %s', (said, reason, hint) => {
  const trouble = openTrouble('/dev/hidraw2', said);
  expect(trouble.reason).toBe(reason);
  expect(trouble.detail).toContain('/dev/hidraw2');
  expect(trouble.detail).toContain(hint);
});
