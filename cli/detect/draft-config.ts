/** A kiosk.yaml for what was found: a draft, because nobody but a person knows the station and the hub. */
import { stringify } from 'yaml';
import { modelEntry } from '#contract/devices/models.ts';
import type { FoundDevice } from './detect-devices.ts';

/** What a technician calls the first of its kind. */
const NAMES: Readonly<Record<string, string>> = {
  'idcard-sdt': 'card-reader',
  'idcard-sdt-hid': 'card-reader',
  'scanner-serial': 'scanner',
  'scanner-hidpos': 'scanner',
  'receipt-escpos': 'receipt',
  'notes-ccnet': 'notes',
  'notes-id003': 'notes',
  'notes-ssp': 'notes',
  'coins-cctalk': 'coins',
  'ups-megatec': 'ups',
  'lights-modbus': 'lights',
  'io-modbus': 'contacts',
  'chipcard-pcsc': 'chip',
};

const BY_NAME = ' # by its name only 仅凭名称判断';
const POINTS = ' # compare the points with the board 核对点位';

const HEAD = `# Draft of "yeban devices detect". Name the station and the hub, and compare each device with the cabinet.
# 由 yeban devices detect 生成的草稿：请填写 station 和 hub，并逐个核对设备。
station: change-me
store: ./state
hub: { url: "https://hub.example" }
`;

export function draftConfig(found: readonly FoundDevice[]): string {
  const ids = idsOf(found);
  const lines = found.map((device, index) => draftLine(device, ids[index] ?? device.model));
  return lines.length === 0 ? `${HEAD}devices: []\n` : `${HEAD}devices:\n${lines.join('\n')}\n`;
}

function draftLine({ deviceClass, model, place, baudRate, by, settings: known }: FoundDevice, id: string): string {
  const settings = modelEntry(deviceClass, model)?.settings;
  const reads = settings !== undefined && 'baudRate' in settings.shape && baudRate !== null;
  const written = { ...(reads ? { baudRate } : {}), ...known };
  const has = Object.keys(written).length > 0;
  const device = { id, class: deviceClass, model, ...place, ...(has ? { settings: written } : {}) };
  const entry = stringify(device, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
  // A model that kiosk.yaml doesn't know, such as a board of which only the protocol is known, waits for a person.
  if (settings === undefined) return `  # - ${entry}`;
  const remark = known === undefined ? (by === 'name' ? BY_NAME : '') : POINTS;
  return `  - ${entry}${remark}`;
}

/** `receipt`, `receipt-2`, … */
function idsOf(found: readonly FoundDevice[]): readonly string[] {
  const count = new Map<string, number>();
  return found.map(({ model }) => {
    const name = NAMES[model] ?? model;
    const many = (count.get(name) ?? 0) + 1;
    count.set(name, many);
    return many === 1 ? name : `${name}-${many}`;
  });
}
