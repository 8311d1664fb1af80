/** A technician and a citizen at the same devices: the citizen always comes first. */
import { beforeEach, expect, test } from 'vitest';
import type { Holder } from '#contract/device-host.ts';
import { DeviceId, SessionId } from '#contract/ids.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import { NO_TECHNICIAN } from '#fixtures/technician/no-technician.ts';
import { kioskClaims } from './kiosk-claims.ts';
import { makeControlHandlers } from './control-handlers.ts';

const CITIZEN = SessionId.parse('0f6d5f0e-6a3c-4f0e-9a51-4f1c9a3d2b10');
const CALL = { device: DeviceId.parse('receipt'), command: 'selfTest', payload: {}, timeoutMs: 1_000 };

let asked: string[] = [];
let holder: Holder | null = null;
let commands: PromiseWithResolvers<Completion<Json>>[] = [];
beforeEach(() => {
  [asked, holder, commands] = [[], null, []];
});

const devices: ServiceableDeviceHost = {
  port: () => null,
  claim: (next) => {
    asked.push(`claim ${next}`);
    holder = next;
  },
  release: (whose) => {
    asked.push(`release ${whose}`);
    if (holder === whose) holder = null;
  },
  holder: () => holder,
  perform: (device, command) => {
    asked.push(`${device} ${command} for ${holder}`);
    const running = Promise.withResolvers<Completion<Json>>();
    commands.push(running);
    return running.promise;
  },
  trace: async () => ok({ lines: [], next: 0 }),
  statistics: async () => ok({}),
  status: () => ({ state: 'unknown', values: {} }),
  onStatus: () => () => {},
  pid: 1,
  close: async () => {},
};
const never = () => Promise.reject(new Error('not asked for'));
const handlers = makeControlHandlers({
  config: { devices: [] },
  devices,
  outbox: { status: never, verify: never, page: never },
  report: () => {
    throw new Error('not asked for');
  },
  kick: () => asked.push('kick'),
  checkRelease: async () => ({ activated: 7 }),
  claim: kioskClaims(devices),
  technician: NO_TECHNICIAN,
});

test('devices are held as long as some command runs, and no longer', async () => {
  const first = handlers['device.execute'](CALL);
  const second = handlers['device.execute'](CALL);
  commands[0]?.resolve(ok(1));
  expect(await first).toBe(1);
  expect(holder).toBe('kiosk');
  commands[1]?.resolve(ok(2));
  expect(await second).toBe(2);
  expect(asked).toEqual(['claim kiosk', 'receipt selfTest for kiosk', 'receipt selfTest for kiosk', 'release kiosk']);
});

test('while a citizen is served nothing is commanded', async () => {
  holder = CITIZEN;
  await expect(handlers['device.execute'](CALL)).rejects.toMatchObject({ code: 'device.busy' });
  expect({ asked, holder }).toEqual({ asked: [], holder: CITIZEN });
});

test('a citizen who begins meanwhile keeps the devices when the command ends', async () => {
  const running = handlers['device.execute'](CALL);
  devices.claim(CITIZEN);
  commands[0]?.resolve(fail({ code: 'device.canceled', completion: 'canceled' }));
  await expect(running).rejects.toMatchObject({ code: 'device.canceled', message: 'canceled' });
  expect(holder).toBe(CITIZEN);
});

test('what the device said travels with its code', async () => {
  const running = handlers['device.execute'](CALL);
  commands[0]?.resolve(fail({ code: 'printer.silent', completion: 'deviceNotReady', detail: 'no answer' }));
  const refusal = await running.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ControlRefusal);
  expect(refusal).toMatchObject({ code: 'printer.silent', message: 'no answer' });
});

test('a technician who has it look for a release is told what came of it', async () => {
  expect(await handlers['release.check'](null)).toEqual({ activated: 7 });
});
