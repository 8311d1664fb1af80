/** What a whole cabinet answers the panel on an invented night: the printer's cover is open, everything else lives. */
import { DeviceId, type DeviceId as Id } from '#contract/ids.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import { EXTERNAL_TESTS } from '#contract/devices/self-tests.table.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { CabinetDevice, CabinetView } from '#contract/technician/cabinet.ts';
import { DEVICE_SPOTS, SCREEN_SPOT } from '#contract/technician/cabinet-layout.table.ts';

export const NIGHT = Date.parse('2026-11-21T22:41:00+08:00');

type Written = readonly [
  id: string,
  deviceClass: DeviceClass,
  model: string,
  chinese: string,
  english: string,
  path: string,
  values: Readonly<Record<string, string>>,
];

const DEVICES: readonly Written[] = [
  [
    'card-reader',
    'CardReader',
    'idcard-sdt',
    '身份证读卡器',
    'ID card reader',
    '/dev/ttyS1',
    { module: 'ok', card: 'notPresent' },
  ],
  [
    'chip-card',
    'CardReader',
    'chipcard-pcsc',
    '社保卡读卡器',
    'Chip card reader',
    'pcsc:Feitian',
    { card: 'notPresent' },
  ],
  ['scanner', 'BarcodeReader', 'scanner-hidpos', '扫码器', 'Barcode scanner', '/dev/hidraw0', { scanner: 'connected' }],
  [
    'receipt',
    'Printer',
    'receipt-escpos',
    '凭条打印机',
    'Receipt printer',
    '/dev/ttyS2',
    { paper: 'nearEnd', cover: 'open', cutter: 'ok', mechanism: 'ok' },
  ],
  [
    'a4',
    'Printer',
    'a4-ipp',
    'A4 打印机',
    'A4 printer',
    'ipp://127.0.0.1:631/a4',
    { paper: 'nearEnd', cover: 'closed' },
  ],
  ['notes', 'CashAcceptor', 'notes-ccnet', '纸币器', 'Note acceptor', '/dev/ttyS3', { acceptor: 'ok', cashBox: 'ok' }],
  ['coins', 'CashAcceptor', 'coins-cctalk', '硬币器', 'Coin acceptor', '/dev/ttyS4', { acceptor: 'ok' }],
  ['lights', 'Lights', 'lights-modbus', '指示灯', 'Guide lights', '/dev/ttyS5', {}],
  [
    'sensors',
    'Auxiliaries',
    'io-modbus',
    '柜门与感应',
    'Door and presence',
    '/dev/ttyS5',
    { door: 'open', presence: 'present' },
  ],
  [
    'ups',
    'Auxiliaries',
    'ups-megatec',
    '备用电源',
    'Power supply',
    '/dev/ttyS6',
    { mains: 'ok', battery: 'ok', batteryPercent: '100', load: '31', temperature: '24.5' },
  ],
];

const TROUBLES: Readonly<Record<string, FaultCode>> = { receipt: 'printer.coverOpen', coins: 'cash.silent' };

function statusOf(id: string, values: Readonly<Record<string, string>>): DeviceStatus {
  const silent = id === 'coins';
  const known = Object.entries({ ...values, service: silent ? 'out' : 'in' }).map(([name, value], index) => [
    name,
    silent && name !== 'service'
      ? ({ value: 'unknown', at: NIGHT - 300_000, source: 'inferred' } as const)
      : ({
          value,
          at: NIGHT - 4_000 * (index + 1),
          source: name === 'service' ? 'inferred' : index === 1 ? 'unsolicited' : 'polled',
        } as const),
  ]);
  return { state: silent ? 'unknown' : id === 'receipt' ? 'offline' : 'online', values: Object.fromEntries(known) };
}

const placed = new Map<DeviceClass, number>();
const devices: readonly CabinetDevice[] = DEVICES.map(([id, deviceClass, model, chinese, english, path, values]) => {
  const index = placed.get(deviceClass) ?? 0;
  placed.set(deviceClass, index + 1);
  const spot = DEVICE_SPOTS[deviceClass][index];
  if (spot === undefined) throw new Error(`no spot for ${id}`);
  const code = TROUBLES[id];
  return {
    id: DeviceId.parse(id),
    deviceClass,
    model,
    path,
    status: statusOf(id, values),
    name: { 'zh-CN': chinese, en: english },
    spot,
    service: id === 'coins' ? 'out' : 'in',
    trouble: code === undefined ? null : { code, advice: FAULTS[code].technician },
    tests: EXTERNAL_TESTS[deviceClass].slice(0, 1).map(({ command, doing, look }) => ({ command, doing, look })),
  };
});

export const CABINET: CabinetView = { screen: SCREEN_SPOT, devices: [...devices], at: NIGHT };

/** The same once the cover is closed. */
export const CABINET_MENDED: CabinetView = {
  ...CABINET,
  devices: devices.map((device) =>
    device.trouble === null
      ? device
      : {
          ...device,
          trouble: null,
          service: 'in',
          status: {
            state: 'online',
            values: {
              ...device.status.values,
              cover: { value: 'closed', at: NIGHT, source: 'polled' },
              service: { value: 'in', at: NIGHT, source: 'inferred' },
            },
          },
        },
  ),
};

export const RECEIPT: Id = DeviceId.parse('receipt');
