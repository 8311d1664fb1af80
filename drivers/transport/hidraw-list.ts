/** Which HID devices this machine has, as the kernel tells it in sysfs: nothing is opened, so nobody needs a permission. */
import { opendir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { HidAddress } from './transport.ts';

export interface HidrawDevice {
  /** For example `/dev/hidraw0`. */
  readonly node: string;
  /** Four digits 0-9 a-f, as in kiosk.yaml. */
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber: string | null;
  readonly name: string;
  readonly descriptor: Uint8Array;
}

const SYSFS = '/sys/class/hidraw';
const NODE = /^hidraw\d+$/;

/** In the order of their numbers. */
export async function listHidraw(sysfs = SYSFS): Promise<readonly HidrawDevice[]> {
  const names = (await namesIn(sysfs)).filter((name) => NODE.test(name));
  const devices = await Promise.all(names.map((name) => readDevice(sysfs, name)));
  return devices
    .filter((device) => device !== null)
    .toSorted((one, other) => one.node.localeCompare(other.node, 'en', { numeric: true }));
}

/** The first of several alike; null when there is none. */
export async function findHidraw(address: HidAddress, sysfs = SYSFS): Promise<HidrawDevice | null> {
  if ('path' in address) {
    const name = await hidrawName(address.path);
    return name === null ? null : readDevice(sysfs, name);
  }
  const { vendorId, productId, serialNumber } = address;
  const fits = (device: HidrawDevice): boolean =>
    device.vendorId === vendorId &&
    device.productId === productId &&
    (serialNumber === undefined || device.serialNumber === serialNumber);
  return (await listHidraw(sysfs)).find(fits) ?? null;
}

/** Empty for a folder that isn't there: a machine without any HID device. */
async function namesIn(folder: string): Promise<string[]> {
  const opened = await opendir(folder).catch(() => null);
  const names: string[] = [];
  if (opened !== null) for await (const { name } of opened) names.push(name);
  return names;
}

/** A path may be a name that a udev rule gave, which leads to the kernel's own. */
async function hidrawName(file: string): Promise<string | null> {
  if (NODE.test(path.basename(file))) return path.basename(file);
  const real = await realpath(file).catch(() => file);
  return NODE.test(path.basename(real)) ? path.basename(real) : null;
}

/** Null when it went away meanwhile, or isn't what we know as a HID device. */
async function readDevice(sysfs: string, name: string): Promise<HidrawDevice | null> {
  const folder = path.join(sysfs, name, 'device');
  const [uevent, descriptor] = await Promise.all([
    readFile(path.join(folder, 'uevent'), 'utf8').catch(() => ''),
    readFile(path.join(folder, 'report_descriptor')).catch(() => null),
  ]);
  const value = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(uevent)?.[1]?.trim() ?? '';
  const [, vendor, product] = /^[0-9a-f]+:([0-9a-f]{8}):([0-9a-f]{8})$/i.exec(value('HID_ID')) ?? [];
  if (vendor === undefined || product === undefined || descriptor === null) return null;
  return {
    node: path.join('/dev', name),
    vendorId: vendor.slice(-4).toLowerCase(),
    productId: product.slice(-4).toLowerCase(),
    serialNumber: value('HID_UNIQ') || null,
    name: value('HID_NAME'),
    descriptor: new Uint8Array(descriptor),
  };
}
