/** What hangs on the port of a device that keeps silent: itself at another speed, or something else. Only where no kiosk has the port. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { baudRatesOf } from '#contract/devices/models.ts';
import type { LocalText } from '#contract/language.ts';
import { openSerial } from '#drivers/transport/serial.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { probePort } from '../detect/probe-port.ts';
import { PROBES, type Probe } from '../detect/probes.table.ts';
import { words } from '../reader-language.ts';

export interface Stranger {
  readonly model: string;
  readonly baudRate: number;
}

/** null: nothing answers that we know. */
export async function askAround(
  device: DeviceConfig,
  file: string,
  note: (line: LocalText) => void,
): Promise<Stranger | null> {
  if (device.path === undefined || !('baudRate' in device.settings)) return null;
  const { id } = device;
  note(words(`${id} 没有应答，试其他波特率和型号……`, `${id} is silent, trying other speeds and models …`));
  const answer = await probePort(file, { open: openSerial, clock: systemClock }, probesFor(device));
  return answer.kind === 'device' ? { model: answer.probe.model, baudRate: answer.line.baudRate } : null;
}

/** Its own first, at every speed that may be set: it has been asked that already, so no harm is new. */
function probesFor({ class: deviceClass, model, settings }: DeviceConfig): readonly Probe[] {
  const own = PROBES.filter((probe) => probe.model === model).map((probe) => {
    const [usual] = probe.lines;
    if (usual === undefined) return probe;
    const rates = baudRatesOf(deviceClass, model, settings).toReversed();
    return { ...probe, lines: rates.map((baudRate) => ({ ...usual, baudRate })) };
  });
  return [...own, ...PROBES.filter((probe) => probe.model !== model)];
}

export function explainStranger(
  { devices }: KioskConfig,
  { id, model, settings }: DeviceConfig,
  there: Stranger,
): { readonly message: LocalText; readonly hint: LocalText } {
  const written = String(settings['baudRate']);
  if (there.model === model) {
    return {
      message: words(
        `波特率不对：kiosk.yaml 写的是 ${written}，设备在 ${there.baudRate} 应答。`,
        `Wrong baud rate: kiosk.yaml says ${written}, the device answers at ${there.baudRate}.`,
      ),
      hint: words(`把 settings.baudRate 改成 ${there.baudRate}。`, `Set settings.baudRate to ${there.baudRate}.`),
    };
  }
  if (there.model === 'modbus' && model.endsWith('-modbus')) {
    return {
      message: words(
        `485 线上有板应答，但不是 ${id} 的站号 ${String(settings['unit'])}。`,
        `A board answers on this line, but none with the unit ${String(settings['unit'])} of ${id}.`,
      ),
      hint: words('核对板上的站号拨码和 settings.unit。', "Compare the board's unit switch with settings.unit."),
    };
  }
  const message = words(
    `kiosk.yaml 说这里是 ${model}，应答的却是 ${there.model}（${there.baudRate}）。`,
    `kiosk.yaml has ${model} here, but a ${there.model} answers (at ${there.baudRate}).`,
  );
  const other = devices.find((device) => device.id !== id && device.model === there.model);
  return {
    message,
    hint:
      other === undefined
        ? words(
            `接上 ${model}，或把 kiosk.yaml 里的 class 和 model 改成实际的型号。`,
            `Connect a ${model}, or change class and model in kiosk.yaml to what is there.`,
          )
        : words(
            `${id} 和 ${other.id} 的插头像是接反了：对调插头，或对调 kiosk.yaml 里的 path。`,
            `The plugs of ${id} and ${other.id} look swapped: swap them, or swap their path in kiosk.yaml.`,
          ),
  };
}
