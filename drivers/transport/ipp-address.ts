/** From kiosk.yaml to a printer on the network: `ipp://host:port/path`. */
import type { DevicePlace } from '../driver.ts';
import type { IppAddress } from './transport.ts';

const USUAL_PORT = 631;
/** IPP Everywhere (PWG 5100.14), 4.2.1. */
const USUAL_PATH = '/ipp/print';

/** `place` was checked against the model's cables when kiosk.yaml was read; anything else is a programming error. */
export function ippAddress({ address }: DevicePlace): IppAddress {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== 'ipp:') throw new Error('an A4 printer has an ipp:// address');
  const path = url.pathname === '' || url.pathname === '/' ? USUAL_PATH : url.pathname;
  return { host: url.hostname, port: url.port === '' ? USUAL_PORT : Number(url.port), path };
}

export function printerUri({ host, port, path }: IppAddress): string {
  return `ipp://${host}:${port}${path}`;
}
