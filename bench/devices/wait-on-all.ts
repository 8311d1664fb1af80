/** Brings every device into the state in which it is asked most: waiting for a card, a code, money, with a light that blinks. */
import type { DeviceConfig } from '#contract/config.ts';
import type { Json } from '#contract/json.ts';
import type { ServiceableDeviceHost } from '#electron/devices/device-host-client.ts';

const SOON_MS = 20_000;
const LONG_MS = 3_600_000;

/** Resolves when all of them wait; they end with the host. */
export async function waitOnAll(host: ServiceableDeviceHost, devices: readonly DeviceConfig[]): Promise<void> {
  await Promise.all(devices.map((device) => waitOn(host, device)));
}

async function waitOn(host: ServiceableDeviceHost, { id, class: deviceClass }: DeviceConfig): Promise<void> {
  const soon = async (command: string, payload: Json = {}): Promise<void> => {
    const done = await host.perform(id, command, payload, { timeoutMs: SOON_MS });
    if (!done.ok) throw new Error(`${id} ${command}: ${done.fault.code} ${done.fault.detail ?? ''}`);
  };
  const forLong = (command: string): void => void host.perform(id, command, {}, { timeoutMs: LONG_MS });
  await soon('selfTest');
  if (deviceClass === 'CardReader' || deviceClass === 'BarcodeReader') forLong('read');
  if (deviceClass === 'Lights')
    await soon('setLight', { position: 'cardReader', flashRate: 'medium', colour: 'green' });
  if (deviceClass !== 'CashAcceptor') return;
  await soon('reconcile', { since: null });
  await soon('cashInStart', { acceptFen: [100, 1_000] });
  forLong('cashIn');
}
