/** From kiosk.yaml to the address of a shared serial line. */
import type { DevicePlace } from '../driver.ts';
import type { SerialAddress } from '../transport/transport.ts';

export interface LineSettings {
  readonly baudRate: number;
  readonly parity: 'none' | 'even' | 'odd';
}

/** Modbus wants eleven bits a character: two stop bits where there is no parity; nearly every board takes one as well. */
export function lineAddress({ path }: DevicePlace, { baudRate, parity }: LineSettings): SerialAddress {
  if (path === undefined) throw new Error('a device on a serial line has a path');
  return { path, baudRate, parity, stopBits: 1 };
}
