/** The devices of a kiosk with its camera among them: everyone who asks for a device finds it like any other. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import { troubleOf } from '../devices/trouble-of.ts';
import type { CameraDesk } from './camera-desk.ts';

const UNSUPPORTED: DeviceFault = { code: 'device.protocol', completion: 'unsupportedCommand' };
const NO_WIRE: DeviceFault = {
  code: 'device.missing',
  completion: 'unsupportedCommand',
  detail: 'a camera has no wire that could be traced',
};

export function withCamera(host: ServiceableDeviceHost, camera: CameraDesk): ServiceableDeviceHost {
  const { config } = camera;
  if (config === null) return host;
  const { id } = config;
  return {
    ...host,
    // A getter: the process may be another one by now.
    get pid() {
      return host.pid;
    },
    status: (device) => (device === id ? camera.status() : host.status(device)),
    onStatus: (listen) => {
      const stops = [host.onStatus(listen), camera.onStatus(() => listen(id, 'Camera', camera.status()))];
      return () => {
        for (const stop of stops) stop();
      };
    },
    perform: (device, command, payload, options) => {
      if (device !== id) return host.perform(device, command, payload, options);
      const status = camera.status();
      const fault = troubleOf('Camera', status);
      if (command === 'status' || (command === 'selfTest' && fault === null))
        return Promise.resolve(ok(Json.parse(status)));
      return Promise.resolve(
        fail(fault === null || command !== 'selfTest' ? UNSUPPORTED : { code: fault, completion: 'hardwareError' }),
      );
    },
    trace: (device, asked) => (device === id ? Promise.resolve(fail(NO_WIRE)) : host.trace(device, asked)),
  };
}
