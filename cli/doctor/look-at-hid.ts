/** What is said of a HID device that isn't there, or that this user may not open: hidraw nodes belong to root until a rule says otherwise. */
import type { DeviceConfig } from '#contract/config.ts';
import { findHidraw, listHidraw, type HidrawDevice } from '#drivers/transport/hidraw-list.ts';
import type { LocalText } from '#contract/language.ts';
import { words } from '../reader-language.ts';

const HIDRAW = /hidraw\d+$/;

export function isHidraw(file: string): boolean {
  return HIDRAW.test(file);
}

export async function hidrawHere(): Promise<readonly string[]> {
  return (await listHidraw()).map(
    ({ node, vendorId, productId, name }) => `${node} (${vendorId}:${productId} ${name})`,
  );
}

/** The rule that gives one kind of device to the group that serial devices belong to as well. */
export function udevRule(vendorId: string, productId: string): string {
  const rule = `SUBSYSTEM=="hidraw", ATTRS{idVendor}=="${vendorId}", ATTRS{idProduct}=="${productId}", GROUP="dialout", MODE="0660"`;
  return `echo '${rule}' | sudo tee -a /etc/udev/rules.d/90-yeban-hid.rules && sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=hidraw`;
}

/** Null for a node that has no device behind it. */
export async function ruleFor(file: string): Promise<string | null> {
  const device = await findHidraw({ path: file });
  return device && udevRule(device.vendorId, device.productId);
}

/** The node of a device that kiosk.yaml knows by its identity, or what to say because there is none. */
export async function lookForIdentity(
  usb: NonNullable<DeviceConfig['usb']>,
): Promise<{ readonly node: string } | { readonly message: LocalText; readonly hint: LocalText }> {
  const device: HidrawDevice | null = await findHidraw(usb);
  if (device !== null) return { node: device.node };
  const wanted = `${usb.vendorId}:${usb.productId} ${usb.serialNumber ?? ''}`.trimEnd();
  const here = (await hidrawHere()).join(', ') || '-';
  return {
    message: words(`没有找到 HID 设备 ${wanted}。`, `There is no HID device ${wanted}.`),
    hint: words(
      `插好数据线和电源；若换了设备，改 kiosk.yaml 的 usb。现有 HID 设备：${here}`,
      `Plug in its cable and power; if it was replaced, change usb in kiosk.yaml. HID devices here: ${here}`,
    ),
  };
}
