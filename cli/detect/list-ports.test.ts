/** The ports of a machine as /dev shows them, on a folder made like it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listPorts } from './list-ports.ts';

let dev: string;
beforeEach(() => {
  dev = mkdtempSync(path.join(os.tmpdir(), 'yeban-dev-'));
});
afterEach(() => rmSync(dev, { recursive: true }));

test('serial ports in the order of their numbers, each with its stable name; terminals and disks are none', async () => {
  for (const name of ['ttyUSB10', 'ttyUSB2', 'ttyS0', 'tty1', 'sda']) writeFileSync(path.join(dev, name), '');
  const byId = path.join(dev, 'serial/by-id');
  mkdirSync(byId, { recursive: true });
  symlinkSync('../../ttyUSB2', path.join(byId, 'usb-Maker_Reader_R1-if00-port0'));
  symlinkSync('../../ttyUSB7', path.join(byId, 'usb-Gone_G1-if00-port0'));
  expect(await listPorts(dev)).toEqual([
    { path: path.join(dev, 'ttyS0'), byId: null },
    { path: path.join(dev, 'ttyUSB2'), byId: path.join(byId, 'usb-Maker_Reader_R1-if00-port0') },
    { path: path.join(dev, 'ttyUSB10'), byId: null },
  ]);
  expect(await listPorts(path.join(dev, 'nowhere'))).toEqual([]);
});
