/** Which HID devices a kiosk can use: scanners by their descriptor alone, card readers by asking what looks like one. */
import { readDescriptor } from '#drivers/hid/report-descriptor.ts';
import { reportsAsBytes } from '#drivers/hid/reports-as-bytes.ts';
import { listHidraw, type HidrawDevice } from '#drivers/transport/hidraw-list.ts';
import { openHid } from '#drivers/transport/hid.ts';
import { readLayout } from '#drivers/scanner-hidpos/layout.ts';
import type { OpenTrouble } from '#drivers/transport/transport.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { askOnce } from './probe-port.ts';
import { PROBES } from './probes.table.ts';

export type HidAnswer =
  | { readonly kind: 'device'; readonly deviceClass: 'BarcodeReader' | 'CardReader'; readonly model: string }
  | { readonly kind: 'closed'; readonly trouble: OpenTrouble }
  /** A keyboard, a mouse, a touch screen: nothing of ours. */
  | { readonly kind: 'other' };

export interface HidFound {
  readonly device: HidrawDevice;
  readonly answer: HidAnswer;
}

export async function detectHid(): Promise<readonly HidFound[]> {
  const devices = await listHidraw();
  return Promise.all(devices.map(async (device) => ({ device, answer: await examine(device) })));
}

async function examine({ node, descriptor }: HidrawDevice): Promise<HidAnswer> {
  if (readLayout(descriptor) !== null) return { kind: 'device', deviceClass: 'BarcodeReader', model: 'scanner-hidpos' };
  if (!mayBeReader(descriptor)) return { kind: 'other' };
  const opened = await openHid({ path: node });
  if (!opened.ok) return { kind: 'closed', trouble: opened.fault };
  const line = reportsAsBytes(opened.value);
  const sdt = PROBES.find(({ model }) => model === 'idcard-sdt');
  const heard = line && sdt ? await askOnce(line, sdt, systemClock) : null;
  await opened.value.close();
  if (heard === null || sdt?.recognise(heard) !== true) return { kind: 'other' };
  return { kind: 'device', deviceClass: 'CardReader', model: 'idcard-sdt-hid' };
}

const MAKERS_OWN_PAGES = 0xff00_0000;
/** The shortest that such readers have; what is smaller is a lamp or a button, and is not asked. */
const SMALLEST_REPORT = 32;

/** Pages of the maker's own alone, with room for a frame each way: nothing that types, points or holds keys is ever asked. */
function mayBeReader(descriptor: Uint8Array): boolean {
  const read = readDescriptor(descriptor);
  if (read === null || read.elements.length === 0) return false;
  const own = read.elements.every(({ within }) => (within[0] ?? 0) >= MAKERS_OWN_PAGES);
  const roomy = (['input', 'output'] as const).every((way) =>
    read.elements.some(({ kind, reportId }) => kind === way && read.bytesOf(way, reportId) >= SMALLEST_REPORT),
  );
  return own && roomy;
}
