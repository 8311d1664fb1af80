/** Whether what answers is what kiosk.yaml says: swapped plugs, wrong speeds, other models, each in words. */
import { realpath } from 'node:fs/promises';
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { placeText } from '#contract/config.ts';
import type { LocalText } from '#contract/language.ts';
import { words } from '../reader-language.ts';
import type { Detected, FoundDevice } from './detect-devices.ts';

export interface Difference {
  readonly device: string;
  readonly message: LocalText;
  readonly hint: LocalText;
}

export async function compareConfig(config: KioskConfig, { found, unknown }: Detected): Promise<readonly Difference[]> {
  const onPorts = await Promise.all(
    config.devices.map(async (device) => ({ device, node: await nodeOf(device, found) })),
  );
  const looked = new Set([...found, ...unknown].map(({ node }) => node));
  return onPorts.flatMap(({ device, node }) => {
    // Network and PC/SC devices, and ports that nobody looked at.
    if (node === null || !looked.has(node)) return [];
    const there = found.find((each) => each.node === node);
    if (there === undefined || isScanner(device, there)) return [];
    if (there.model !== device.model && !isModbusBoard(device, there)) return [otherModel(device, there, found)];
    const written = device.settings['baudRate'];
    return there.baudRate !== null && written !== undefined && written !== there.baudRate
      ? [otherSpeed(device, there.baudRate)]
      : [];
  });
}

/** A scanner that nobody could ask is what kiosk.yaml says it is. */
function isScanner(device: DeviceConfig, { by }: FoundDevice): boolean {
  return by === 'name' && device.class === 'BarcodeReader';
}

/** Which kind of board it is can't be asked: that is what kiosk.yaml says. */
function isModbusBoard({ model }: DeviceConfig, there: FoundDevice): boolean {
  return there.model.endsWith('modbus') && model.endsWith('-modbus');
}

async function nodeOf({ path, usb }: DeviceConfig, found: readonly FoundDevice[]): Promise<string | null> {
  if (path === undefined)
    return found.find(({ place }) => place.usb !== undefined && placeText(place) === placeText({ usb }))?.node ?? null;
  // As it was looked at: by the name that was given, or by the kernel's own.
  return found.some(({ node }) => node === path) ? path : realpath(path).catch(() => path);
}

function otherModel(device: DeviceConfig, there: FoundDevice, found: readonly FoundDevice[]): Difference {
  const where = found.filter(({ model }) => model === device.model).map(({ node }) => node);
  const { id, model } = device;
  const place = placeText(device);
  return {
    device: id,
    message: words(
      `${id}：kiosk.yaml 说 ${place} 上是 ${model}，应答的却是 ${there.model}。`,
      `${id}: kiosk.yaml has ${model} on ${place}, but a ${there.model} answers there.`,
    ),
    hint:
      where.length > 0
        ? words(
            `${model} 在 ${where.join('、')} 应答：对调插头，或改 kiosk.yaml 的 path。`,
            `A ${model} answers on ${where.join(', ')}: swap the plugs, or change path in kiosk.yaml.`,
          )
        : words(`改 kiosk.yaml 的 model，或接上 ${model}。`, `Change model in kiosk.yaml, or connect the ${model}.`),
  };
}

function otherSpeed({ id, settings }: DeviceConfig, baudRate: number): Difference {
  const written = String(settings['baudRate']);
  return {
    device: id,
    message: words(
      `${id}：波特率不对，kiosk.yaml 写的是 ${written}，设备在 ${baudRate} 应答。`,
      `${id}: wrong baud rate: kiosk.yaml says ${written}, the device answers at ${baudRate}.`,
    ),
    hint: words(`把 settings.baudRate 改成 ${baudRate}。`, `Set settings.baudRate to ${baudRate}.`),
  };
}
