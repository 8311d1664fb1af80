/** One device: its path, whether it answers, how it is, and, when it keeps silent, whether another speed helps. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { baudRatesOf } from '#contract/devices/models.ts';
import { DeviceStatus } from '#contract/devices/status.ts';
import type { LocalText } from '#contract/language.ts';
import { controlWords } from '../kiosk/explain-control.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { orderDevice, orderHere } from '../kiosk/order-device.ts';
import { words } from '../reader-language.ts';
import type { Check, CheckState } from './check.ts';
import { lookForIdentity } from './look-at-hid.ts';
import { explainPath, forbiddenTo, lookAtPath } from './look-at-path.ts';

const SELF_TEST = { command: 'selfTest', payload: {}, timeoutMs: 8_000 } as const;
/** What a device says that hears the right voice at the wrong speed: nothing, or what makes no sense. */
const SILENT: ReadonlySet<string> = new Set([
  'card.readerTrouble',
  'printer.silent',
  'scanner.silent',
  'cash.silent',
  'lights.silent',
  'auxiliaries.silent',
  'device.protocol',
]);

export async function checkDevice(
  config: KioskConfig,
  device: DeviceConfig,
  note: (line: LocalText) => void,
): Promise<Check> {
  const tell = checkOf(device);
  const ordered = await orderDevice(config, { device, ...SELF_TEST });
  if (!ordered.ok) {
    const { message, hint } = controlWords(ordered.fault);
    return tell('unknown', message, hint);
  }
  const { by, completion } = ordered.value;
  if (completion.ok) return checkStatus(device, DeviceStatus.parse(completion.value));
  const { code, detail } = completion.fault;
  if (code === 'device.busy' && by === 'kiosk') {
    return tell(
      'unknown',
      words('正在为群众服务，未检查。', 'A citizen is being served; not looked at.'),
      words('稍后再运行一次。', 'Run this again later.'),
    );
  }
  const found = device.usb === undefined ? null : await lookForIdentity(device.usb);
  if (found !== null && 'message' in found) return tell('failed', found.message, found.hint);
  const file = found?.node ?? device.path;
  if (file === undefined) return tell('failed', ...inWords(code, detail));
  const look = await lookAtPath(file);
  // This user may open it, the kiosk's may not.
  const denied = look.kind === 'open' && by === 'kiosk' && /permission denied/i.test(detail);
  const path = explainPath(file, denied ? await forbiddenTo(config.store, file) : look);
  if (path !== null) return tell('failed', path.message, path.hint);
  if (by === 'here' && SILENT.has(code)) {
    const rate = await findBaudRate(device, note);
    if (rate !== null) return wrongBaudRate(device, rate);
  }
  return tell('failed', ...inWords(code, detail));
}

function inWords(code: string, detail: string): [message: LocalText, hint: LocalText] {
  const { message, hint } = explainDevice({ code, detail });
  return [message, /lock|busy|temporarily|is open in process/i.test(detail) ? TAKEN : hint];
}

const TAKEN = words(
  '另一个程序占用了这个端口：用 fuser 查出并停掉它。',
  'Another program has this port: find it with fuser and stop it.',
);

function checkOf(device: DeviceConfig) {
  return (state: CheckState, message: LocalText, hint: LocalText | null): Check => ({
    id: 'device',
    device: device.id,
    state,
    message,
    hint,
  });
}

/** It answered; that doesn't mean that it can work. */
function checkStatus(device: DeviceConfig, { state, values }: DeviceStatus): Check {
  const tell = checkOf(device);
  const valueOf = (name: string): string | undefined => values[name]?.value;
  const faultCode =
    valueOf('cover') === 'open' ? 'printer.coverOpen' : valueOf('paper') === 'out' ? 'printer.paperOut' : null;
  if (faultCode !== null) {
    const { message, hint } = explainDevice({ code: faultCode, detail: state });
    return tell('failed', message, hint);
  }
  const shown = Object.entries(values)
    .map(([name, { value }]) => `${name} ${value}`)
    .join(', ');
  const message = words(`应答正常（${device.model}，${shown}）。`, `Answers (${device.model}, ${shown}).`);
  if (valueOf('paper') === 'nearEnd')
    return tell(
      'warning',
      message,
      words('纸快用完了，请备好新纸卷。', 'The paper is near its end: have a new roll ready.'),
    );
  if (state === 'online') return tell('ok', message, null);
  const trouble = words(`有应答，但状态是 ${state}（${shown}）。`, `It answers, but its state is ${state} (${shown}).`);
  return tell(
    state === 'hardwareError' ? 'failed' : 'warning',
    trouble,
    words('检查设备面板，然后再运行一次。', 'Look at the device itself, then run this again.'),
  );
}

/** Tries the other speeds, one after another. Only where no kiosk has the port. */
async function findBaudRate(device: DeviceConfig, note: (line: LocalText) => void): Promise<number | null> {
  for (const baudRate of baudRatesOf(device.class, device.model, device.settings).toReversed()) {
    if (baudRate === device.settings['baudRate']) continue;
    note(words(`${device.id} 没有应答，试 ${baudRate} 波特……`, `${device.id} is silent, trying ${baudRate} baud …`));
    const settings = { ...device.settings, baudRate };
    const { completion } = await orderHere({ device: { ...device, settings }, ...SELF_TEST });
    if (completion.ok) return baudRate;
  }
  return null;
}

function wrongBaudRate(device: DeviceConfig, baudRate: number): Check {
  const written = String(device.settings['baudRate']);
  return checkOf(device)(
    'failed',
    words(
      `波特率不对：kiosk.yaml 写的是 ${written}，设备在 ${baudRate} 应答。`,
      `Wrong baud rate: kiosk.yaml says ${written}, the device answers at ${baudRate}.`,
    ),
    words(`把 settings.baudRate 改成 ${baudRate}。`, `Set settings.baudRate to ${baudRate}.`),
  );
}
