/** Looks at every serial port and every HID device at once, and says what answers where. */
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { DeviceConfig } from '#contract/config.ts';
import type { LocalText } from '#contract/language.ts';
import { openSerial } from '#drivers/transport/serial.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { explainPath, lookAtPath } from '../doctor/look-at-path.ts';
import { words } from '../reader-language.ts';
import { detectHid, type HidFound } from './detect-hid.ts';
import { listPorts, type SerialPortName } from './list-ports.ts';
import { detectPcsc } from './detect-pcsc.ts';
import { probePort, type PortAnswer, type PortOpener } from './probe-port.ts';
import type { Line } from './probes.table.ts';
import { surveyModbus, type ModbusStation } from './survey-modbus.ts';

export interface FoundDevice {
  readonly deviceClass: DeviceClass;
  readonly model: string;
  readonly place: Pick<DeviceConfig, 'path' | 'usb' | 'address'>;
  /** The kernel's own name, for whoever has to find the plug. */
  readonly node: string;
  readonly baudRate: number | null;
  /** `name`: nothing can be asked, its maker's name says what it is. `service`: a service of the system names it. */
  readonly by: 'answer' | 'descriptor' | 'name' | 'service';
  /** What else kiosk.yaml would say, as far as it can be known from here. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface UnknownPlace {
  readonly node: string;
  readonly why: 'silent' | 'notUnderstood' | 'taken' | 'forbidden' | 'closed';
  readonly message: LocalText;
  readonly hint: LocalText;
}

export interface Detected {
  readonly found: readonly FoundDevice[];
  readonly unknown: readonly UnknownPlace[];
}

/** `ports`: of serial ports only these; null: all that this machine has. */
export async function detectDevices(ports: readonly string[] | null): Promise<Detected> {
  const named = ports === null ? await listPorts() : ports.map((path) => ({ path, byId: null }));
  const opener = { open: openSerial, clock: systemClock };
  const [serial, hid, pcsc] = await Promise.all([
    Promise.all(named.map(async (port) => serialPlaces(port, await probePort(port.path, opener), opener))),
    detectHid(),
    detectPcsc(),
  ]);
  const onHid = await Promise.all(hid.map((each) => hidPlace(each, hid)));
  const all = [...serial.flat(), ...onHid, ...pcsc].filter((each) => each !== null);
  return {
    found: all.filter((each): each is FoundDevice => 'model' in each),
    unknown: all.filter((each): each is UnknownPlace => 'why' in each),
  };
}

/** Scanners are never asked anything; their makers put their names on them. */
const SCANNER_NAMES = /scan|barcode|honeywell|metrologic|datalogic|zebra|symbol_tech|newland|opticon|mindeo|zebex/i;

/** Several where boards share a line. */
async function serialPlaces(
  port: SerialPortName,
  answer: PortAnswer,
  opener: PortOpener,
): Promise<readonly (FoundDevice | UnknownPlace | null)[]> {
  const place = await serialPlace(port, answer);
  if (answer.kind !== 'device' || answer.probe.model !== 'modbus' || place === null || 'why' in place) return [place];
  const stations = await surveyModbus(port.path, answer.line, opener);
  return stations.length === 0 ? [place] : stations.map((station) => boardOf(place, answer.line, station));
}

/** Which lamp or contact is which nobody can ask: the draft names the first, a person compares. */
function boardOf(line: FoundDevice, { parity }: Line, { unit, has }: ModbusStation): FoundDevice {
  return has === 'inputs'
    ? {
        ...{ ...line, deviceClass: 'Auxiliaries', model: 'io-modbus' },
        settings: { parity, unit, door: { address: 0 } },
      }
    : {
        ...{ ...line, deviceClass: 'Lights', model: 'lights-modbus' },
        settings: { parity, unit, lights: { cardReader: has === 'coils' ? { coil: 0 } : { register: 0 } } },
      };
}

async function serialPlace(
  { path, byId }: SerialPortName,
  answer: PortAnswer,
): Promise<FoundDevice | UnknownPlace | null> {
  const place = { path: byId ?? path };
  if (answer.kind === 'device') {
    const { probe, line } = answer;
    const { deviceClass, model } = probe;
    return { deviceClass, model, place, node: path, baudRate: line.baudRate, by: 'answer' };
  }
  if (answer.kind === 'closed') return closedPlace(path, answer.trouble);
  if (answer.bytesHeard > 0) return { node: path, why: 'notUnderstood', ...NOT_UNDERSTOOD };
  if (byId !== null && SCANNER_NAMES.test(byId))
    return { deviceClass: 'BarcodeReader', model: 'scanner-serial', place, node: path, baudRate: null, by: 'name' };
  return { node: path, why: 'silent', ...SILENT };
}

async function hidPlace(
  { device, answer }: HidFound,
  all: readonly HidFound[],
): Promise<FoundDevice | UnknownPlace | null> {
  if (answer.kind === 'other') return null;
  if (answer.kind === 'closed') return closedPlace(device.node, answer.trouble);
  const { vendorId, productId, serialNumber, node } = device;
  const alike = all.filter(({ device: other }) => other.vendorId === vendorId && other.productId === productId);
  const identity = { vendorId, productId, ...(serialNumber === null ? {} : { serialNumber }) };
  // Two of a kind that tell no numbers differ by their plugs alone.
  const place = alike.length > 1 && serialNumber === null ? { path: node } : { usb: identity };
  const { deviceClass, model } = answer;
  return { deviceClass, model, place, node, baudRate: null, by: model === 'scanner-hidpos' ? 'descriptor' : 'answer' };
}

/** Null for a port that is only a name: the kernel has some for hardware that isn't there. */
async function closedPlace(
  node: string,
  { reason, detail }: { reason: string; detail: string },
): Promise<UnknownPlace | null> {
  if (reason === 'taken') return { node, why: 'taken', ...TAKEN };
  const look = await lookAtPath(node);
  const said = explainPath(node, look);
  if (said !== null) return { node, why: look.kind === 'forbidden' ? 'forbidden' : 'closed', ...said };
  if (/input\/output error|inappropriate ioctl|no such device/i.test(detail)) return null;
  return { node, why: 'closed', message: words(`打不开：${detail}`, `Can't be opened: ${detail}`), hint: CHECK_PLUG };
}

const CHECK_PLUG = words('重新插拔后再试。', 'Unplug it, plug it in, and try again.');
const TAKEN = {
  message: words('被另一个程序占用。', 'Another program has it.'),
  hint: words('先停止自助机，再运行一次。', 'Stop the kiosk first, then run this again.'),
};
const SILENT = {
  message: words('没有应答。', 'Nothing answers.'),
  hint: words(
    '检查电源和线；扫码器从不应答，若这里接的是扫码器，型号写 scanner-serial。',
    'Check power and cable. Scanners never answer: if one hangs here, its model is scanner-serial.',
  ),
};
const NOT_UNDERSTOOD = {
  message: words('有应答，但不是已知的任何型号。', 'Something answers, but as no model that is known.'),
  hint: words('核对设备的波特率和协议设置。', "Compare the device's baud rate and protocol settings."),
};
