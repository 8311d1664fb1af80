/** From kiosk.yaml to a chip card reader: `pcsc:` and its name. */
import type { DevicePlace } from '../driver.ts';
import type { SlotAddress } from './transport.ts';

const SCHEME = 'pcsc:';

/** `place` was checked against the model's cables when kiosk.yaml was read; anything else is a programming error. */
export function slotAddress({ address }: DevicePlace): SlotAddress {
  if (address === undefined || !address.startsWith(SCHEME)) throw new Error('a chip card reader has a pcsc: address');
  return { reader: address.slice(SCHEME.length) };
}

/** The service numbers readers as they come: a name without its numbers is as good. */
export function isReader(wanted: string, name: string): boolean {
  return name === wanted || withoutNumbers(name) === wanted;
}

/** "ACS ACR38U 00 00": which reader of its kind it is, and which slot of it. */
export function withoutNumbers(name: string): string {
  return name.replace(/( \d\d){2}$/, '');
}
