/** From kiosk.yaml to an address for bytes: a serial path with its speed, or a TCP address. */
import type { DevicePlace } from '../driver.ts';
import type { ByteAddress, SerialAddress } from './transport.ts';

/** `place` was checked against the model's cables when kiosk.yaml was read; anything else is a programming error. */
export function byteAddress(place: DevicePlace, line: Omit<SerialAddress, 'path'>): ByteAddress {
  const { baudRate, parity = 'none', stopBits = 1 } = line;
  if (place.path !== undefined) return { path: place.path, baudRate, parity, stopBits };
  const url = place.address === undefined ? null : URL.parse(place.address);
  if (url?.protocol !== 'tcp:') throw new Error('a device for bytes has a path or a tcp:// address');
  return { host: url.hostname, port: Number(url.port) };
}
