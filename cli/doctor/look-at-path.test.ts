/** What is said of a path that leads to no device, or to one that this user may not open. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lookForIdentity, udevRule } from './look-at-hid.ts';
import { explainPath, lookAtPath } from './look-at-path.ts';

test('a device that this user may not open: the group is named, and the command that helps', () => {
  const said = explainPath('/dev/ttyS1', { kind: 'forbidden', group: 'dialout', user: 'kiosk' });
  expect(said?.message.en).toContain('group dialout');
  expect(said?.hint.en).toContain('usermod -aG dialout kiosk');
  expect(said?.hint['zh-CN']).toContain('usermod -aG dialout kiosk');
});

test('a folder or a file is no device', async () => {
  expect(await lookAtPath('/dev')).toEqual({ kind: 'notADevice' });
});

test('a path below /dev that is not there is never taken for a virtual terminal', async () => {
  const look = await lookAtPath('/dev/tty-nowhere');
  expect(look).toMatchObject({ kind: 'missing', like: null });
});

test('of a path that can be opened nothing is said', async () => {
  expect(explainPath('/dev/null', await lookAtPath('/dev/null'))).toBeNull();
});

test('a HID device that belongs to root alone: the rule that gives it to a group, and the group', () => {
  const rule = udevRule('0c2e', '0b6a');
  const said = explainPath('/dev/hidraw0', { kind: 'forbidden', group: 'root', user: 'kiosk', rule });
  expect(said?.hint.en).toContain('ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b6a", GROUP="dialout"');
  expect(said?.hint.en).toContain('usermod -aG dialout kiosk');
  expect(said?.hint['zh-CN']).not.toContain('usermod -aG root');
});

test('a HID device that is not there is looked for among HID devices', async () => {
  const look = await lookAtPath('/dev/hidraw99');
  expect(look).toMatchObject({ kind: 'missing', like: null });
  expect(explainPath('/dev/hidraw99', look)?.hint.en).toContain('HID devices here');
});

test('an identity that nothing here has', async () => {
  const said = await lookForIdentity({ vendorId: 'fffe', productId: 'fffe', serialNumber: 'S9' });
  expect(said).toMatchObject({ message: { en: 'There is no HID device fffe:fffe S9.' } });
});

test('a port of another device is never what was meant', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'yeban-ports-'));
  const [coins, scanner] = ['coins', 'scanned'].map((name) => path.join(folder, name)) as [string, string];
  await Promise.all([coins, scanner].map((file) => writeFile(file, '')));
  await symlink(scanner, path.join(folder, 'scannes'));
  const missing = path.join(folder, 'scanner');
  expect(await lookAtPath(missing)).toMatchObject({ like: expect.stringContaining('scanne') });
  expect(await lookAtPath(missing, [coins, scanner])).toMatchObject({ kind: 'missing', like: null });
  await rm(folder, { recursive: true });
});
