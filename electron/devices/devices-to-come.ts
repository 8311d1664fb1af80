/** The devices as a session has them while the device host still starts: what is asked of them waits, in its order. */
import type { DeviceConfig } from '#contract/config.ts';
import type { Holder } from '#contract/device-host.ts';
import type { DeviceClass, DevicePort } from '#contract/devices/classes.ts';
import type { DeviceHost } from './device-host-client.ts';

/** `host` must not reject before the kiosk has given up its start. */
export function devicesToCome(
  configured: readonly DeviceConfig[],
  host: Promise<DeviceHost>,
): Pick<DeviceHost, 'port' | 'claim' | 'release'> {
  const later = (then: (opened: DeviceHost) => void): void => {
    host.then(then).catch(() => {});
  };
  return {
    port: <C extends DeviceClass>(deviceClass: C): DevicePort<C> | null =>
      configured.some((device) => device.class === deviceClass) ? portToCome(deviceClass, host) : null,
    claim: (holder: Holder) => {
      later((opened) => {
        opened.claim(holder);
      });
    },
    release: (holder: Holder) => {
      later((opened) => {
        opened.release(holder);
      });
    },
  };
}

function portToCome<C extends DeviceClass>(deviceClass: C, host: Promise<DeviceHost>): DevicePort<C> {
  return {
    deviceClass,
    execute: async (command, payload, options) => {
      const port = (await host).port(deviceClass);
      if (port === null) throw new Error(`no ${deviceClass} in the device host`);
      return port.execute(command, payload, options);
    },
  };
}
