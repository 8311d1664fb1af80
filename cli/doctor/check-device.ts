/** One device: its path, whether it answers, how it is, and, when it keeps silent, what else hangs on its port. */
import { realpath } from 'node:fs/promises';
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { STATE_WORDS, valueName, valueWords } from '#contract/devices/status-words.table.ts';
import { DeviceStatus } from '#contract/devices/status.ts';
import type { LocalText } from '#contract/language.ts';
import { whoHas } from '#drivers/transport/who-has.ts';
import { controlWords } from '../kiosk/explain-control.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { orderDevice } from '../kiosk/order-device.ts';
import { words } from '../reader-language.ts';
import { askAround, explainStranger } from './ask-around.ts';
import type { Check, CheckState } from './check.ts';
import { troubleIn, warningIn } from './trouble-in-status.ts';
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
  if (device.class === 'Camera' && by === 'here') {
    return tell(
      'unknown',
      words('高拍仪只有在自助机运行时才能检查。', 'A camera can be asked only while the kiosk runs.'),
      words('启动自助机后再运行一次。', 'Start the kiosk and run this again.'),
    );
  }
  const found = device.usb === undefined ? null : await lookForIdentity(device.usb);
  if (found !== null && 'message' in found) return tell('failed', found.message, found.hint);
  const file = found?.node ?? device.path;
  if (file === undefined) {
    const { message, hint } = explainDevice({ code, detail });
    return tell('failed', message, hint);
  }
  const look = await lookAtPath(file, pathsOfOthers(config, device));
  // This user may open it, the kiosk's may not.
  const denied = look.kind === 'open' && by === 'kiosk' && /permission denied/i.test(detail);
  const path = explainPath(file, denied ? await forbiddenTo(config.store, file) : look);
  if (path !== null) return tell('failed', path.message, path.hint);
  const [message, hint] = await inWords(code, detail, file);
  if (!SILENT.has(code) || hint !== null) return tell('failed', message, hint ?? explainDevice({ code, detail }).hint);
  const { hint: usual } = explainDevice({ code, detail });
  if (by === 'kiosk') return tell('failed', message, both(usual, STOP_THE_KIOSK));
  const there = await askAround(device, file, note);
  if (there === null) return tell('failed', message, usual);
  const stranger = explainStranger(config, device, there);
  return tell('failed', stranger.message, stranger.hint);
}

function pathsOfOthers({ devices }: KioskConfig, { id }: DeviceConfig): readonly string[] {
  return devices.flatMap((each) => (each.id === id || each.path === undefined ? [] : [each.path]));
}

/** The hint is null where the fault's own is as good as any. */
async function inWords(code: string, detail: string, file: string): Promise<[LocalText, LocalText | null]> {
  const { message } = explainDevice({ code, detail });
  if (!/lock|busy|temporarily|is open in process/i.test(detail)) return [message, null];
  const holder = await whoHas(await realpath(file).catch(() => file));
  return [message, holder === null ? TAKEN : takenBy(holder)];
}

const TAKEN = words(
  '另一个程序占用了这个端口：用 fuser 查出并停掉它。',
  'Another program has this port: find it with fuser and stop it.',
);
const takenBy = (holder: string): LocalText =>
  words(`进程 ${holder} 占用了这个端口：停掉它。`, `The process ${holder} has this port: stop it.`);

const STOP_THE_KIOSK = words(
  '还查不出时，停止自助机（systemctl stop yeban-kiosk）再运行一次：那时会试其他波特率和型号。',
  'If that does not help, stop the kiosk (systemctl stop yeban-kiosk) and run this again: it then tries other speeds and models.',
);

function both(one: LocalText, other: LocalText): LocalText {
  return words(`${one['zh-CN']}${other['zh-CN']}`, `${one.en} ${other.en}`);
}

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
  const fault = troubleIn(values);
  if (fault !== null) {
    const { message, hint } = explainDevice({ code: fault, detail: '' });
    return tell('failed', message, hint);
  }
  const shownIn = (language: keyof LocalText, comma: string): string =>
    Object.entries(values)
      .map(([name, { value }]) => `${valueName(name)[language]} ${valueWords(name, value)[language]}`)
      .join(comma);
  const shown = words(shownIn('zh-CN', '，'), shownIn('en', ', '));
  const message = words(`应答正常（${device.model}，${shown['zh-CN']}）。`, `Answers (${device.model}, ${shown.en}).`);
  const soon = warningIn(values);
  if (soon !== null) return tell('warning', message, soon);
  // One that starts is not broken: a moment later it has either started or says why not.
  if (state === 'online' || state === 'starting') return tell('ok', message, null);
  const trouble = words(
    `有应答，但状态是“${STATE_WORDS[state]['zh-CN']}”（${shown['zh-CN']}）。`,
    `It answers, but its state is “${STATE_WORDS[state].en}” (${shown.en}).`,
  );
  return tell(
    state === 'hardwareError' ? 'failed' : 'warning',
    trouble,
    words('检查设备面板，然后再运行一次。', 'Look at the device itself, then run this again.'),
  );
}
