/** A citizen who is quicker than the device host loses nothing: what was asked of a device is done once it is there. */
import { expect, test } from 'vitest';
import type { DeviceClass, DevicePort } from '#contract/devices/classes.ts';
import { DeviceConfig } from '#contract/config.ts';
import { SessionId } from '#contract/ids.ts';
import { ok } from '#contract/result.ts';
import type { DeviceHost } from './device-host-client.ts';
import { devicesToCome } from './devices-to-come.ts';

const CITIZEN = SessionId.parse('0f6d5f0e-6a3c-4f0e-9a51-4f1c9a3d2b10');
const READER = DeviceConfig.parse({
  id: 'card-reader',
  class: 'CardReader',
  model: 'idcard-sdt',
  path: '/dev/yeban/card-reader',
});

/** A host that writes down what it is asked, in order. */
function noteTaker(asked: string[]): DeviceHost {
  const port = (deviceClass: DeviceClass): DevicePort<DeviceClass> => ({
    deviceClass,
    execute: async (command) => {
      asked.push(`${deviceClass} ${command}`);
      return ok({} as never);
    },
  });
  return {
    port: port as DeviceHost['port'],
    claim: () => asked.push('claim'),
    release: () => asked.push('release'),
    status: () => ({ state: 'unknown', values: {} }),
    onStatus: () => () => {},
    pid: 1,
    close: async () => {},
  };
}

test('what was asked before the device host runs is done then, in the same order', async () => {
  const asked: string[] = [];
  const opened = Promise.withResolvers<DeviceHost>();
  const devices = devicesToCome([READER], opened.promise);
  devices.claim(CITIZEN);
  const read = devices.port('CardReader')?.execute('read', {}, { timeoutMs: 1_000 });
  devices.release(CITIZEN);
  expect(asked).toEqual([]);
  opened.resolve(noteTaker(asked));
  expect((await read)?.ok).toBe(true);
  expect(asked).toEqual(['claim', 'CardReader read', 'release']);
});

test('a device that is not configured is not there from the first moment on', () => {
  const devices = devicesToCome([READER], new Promise(() => {}));
  expect(devices.port('CardReader')).not.toBeNull();
  expect(devices.port('Printer')).toBeNull();
});
