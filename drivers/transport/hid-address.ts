/** From kiosk.yaml to a HID device: its path, or what it says of itself. */
import type { DevicePlace } from '../driver.ts';
import type { HidAddress } from './transport.ts';

/** `place` was checked against the model's cables when kiosk.yaml was read; anything else is a programming error. */
export function hidAddress({ path, usb }: DevicePlace): HidAddress {
  if (path !== undefined) return { path };
  if (usb === undefined) throw new Error('a HID device has a path or an identity');
  return usb;
}
