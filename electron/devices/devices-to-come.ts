/** The devices as a session has them while the device host still starts: what is asked of them waits, in its order. */
import type { DeviceConfig } from '#contract/config.ts';
import type { Holder } from '#contract/device-host.ts';
import type { CommandName, DeviceClass, DevicePort } from '#contract/devices/classes.ts';
import { modelHas } from '#contract/devices/models.ts';
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
    port: <C extends DeviceClass>(deviceClass: C, command?: CommandName<C>): DevicePort<C> | null =>
      configured.some(({ class: own, model }) => own === deviceClass && (!command || modelHas(own, model, command)))
        ? portToCome(deviceClass, command, host)
        : null,
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

function portToCome<C extends DeviceClass>(
  deviceClass: C,
  needed: CommandName<C> | undefined,
  host: Promise<DeviceHost>,
): DevicePort<C> {
  return {
    deviceClass,
    execute: async (command, payload, options) => {
      const port = (await host).port(deviceClass, needed);
      if (port === null) throw new Error(`no ${deviceClass} in the device host`);
      return port.execute(command, payload, options);
    },
  };
}
