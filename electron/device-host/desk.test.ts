/** The desk of the device host: a device works for whoever holds it, and for nobody else. */
import { expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import type { FromDeviceHost, ToDeviceHost } from '#contract/device-host.ts';
import type { CommandOptions } from '#contract/devices/classes.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { DeviceId, SessionId } from '#contract/ids.ts';
import { fail, ok } from '#contract/result.ts';
import { openDesk, type DeskDevice } from './desk.ts';

const ANNA = SessionId.parse('0199a000-0000-7000-8000-00000000000a');
const BAO = SessionId.parse('0199a000-0000-7000-8000-00000000000b');
const READER = DeviceConfig.parse({ id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: '/dev/null' });

async function deskWithReader() {
  const sent: FromDeviceHost[] = [];
  const calls: string[] = [];
  let finish: (completion: Completion<unknown>) => void = () => undefined;
  const device: DeskDevice = {
    deviceClass: 'CardReader',
    perform: (command: string, _payload: unknown, options: CommandOptions) =>
      new Promise((resolve) => {
        calls.push(command);
        finish = resolve;
        options.onEvent?.('mediaInserted');
        options.cancelled?.addEventListener('abort', () =>
          resolve(fail({ code: 'device.canceled', completion: 'canceled' })),
        );
      }),
    status: () => ({ state: 'online', values: {} }),
    onStatus: () => () => undefined,
    claimed: () => calls.push('claimed'),
    released: () => calls.push('released'),
    close: () => Promise.resolve(void calls.push('close')),
  };
  let forgotten = 0;
  const desk = openDesk({
    openDevice: () => Promise.resolve(device),
    send: (message) => sent.push(message),
    forget: () => (forgotten += 1),
  });
  await desk.receive({ kind: 'open', devices: [READER] });
  sent.length = 0;
  const read = (requestId: number, holder: SessionId, device = READER.id): Promise<void> => {
    const order: ToDeviceHost = {
      kind: 'command',
      requestId,
      holder,
      device,
      command: 'read',
      payload: {},
      timeoutMs: 1_000,
    };
    return desk.receive(order);
  };
  return {
    desk,
    sent,
    calls,
    read,
    finish: (completion: Completion<unknown>) => finish(completion),
    forgotten: () => forgotten,
  };
}

const completions = (sent: readonly FromDeviceHost[]): unknown[] =>
  sent.filter((message) => message.kind === 'completion').map((message) => message.outcome);

test('a command of the holder is acknowledged, tells its events, and completes', async () => {
  const { desk, sent, read, finish } = await deskWithReader();
  await desk.receive({ kind: 'claim', holder: ANNA });
  const reading = read(1, ANNA);
  await Promise.resolve();
  finish(ok(null));
  await reading;
  expect(sent).toEqual([
    { kind: 'acknowledge', requestId: 1 },
    { kind: 'event', requestId: 1, name: 'mediaInserted' },
    { kind: 'completion', requestId: 1, outcome: { ok: true, value: null } },
  ]);
});

test('who does not hold the devices is refused, and the device hears nothing', async () => {
  const { desk, sent, calls, read } = await deskWithReader();
  await read(1, ANNA);
  await desk.receive({ kind: 'claim', holder: ANNA });
  await read(2, BAO);
  const refused = { ok: false, fault: { code: 'device.notHeld', completion: 'sequenceError' } };
  expect(completions(sent)).toEqual([refused, refused]);
  expect(calls).toEqual(['claimed']);
});

test('release ends what runs, the device is told, and memory is cleared', async () => {
  const { desk, sent, calls, read, forgotten } = await deskWithReader();
  await desk.receive({ kind: 'claim', holder: ANNA });
  const reading = read(1, ANNA);
  await Promise.resolve();
  await desk.receive({ kind: 'release', holder: ANNA });
  await reading;
  expect(completions(sent)).toMatchObject([{ ok: false, fault: { code: 'device.canceled' } }]);
  expect(forgotten()).toBe(1);
  expect(calls).toEqual(['claimed', 'read', 'released']);
  await read(2, ANNA);
  expect(completions(sent)[1]).toMatchObject({ fault: { code: 'device.notHeld' } });
});

test('a new holder ends what the old one left running, and the device is told', async () => {
  const { desk, sent, calls, read } = await deskWithReader();
  await desk.receive({ kind: 'claim', holder: ANNA });
  const reading = read(1, ANNA);
  await Promise.resolve();
  await desk.receive({ kind: 'claim', holder: BAO });
  await reading;
  expect(completions(sent)).toMatchObject([{ ok: false, fault: { code: 'device.canceled' } }]);
  expect(calls).toEqual(['claimed', 'read', 'claimed']);
});

test('a cancel ends the one command it names', async () => {
  const { desk, sent, read } = await deskWithReader();
  await desk.receive({ kind: 'claim', holder: ANNA });
  const reading = read(7, ANNA);
  await Promise.resolve();
  await desk.receive({ kind: 'cancel', requestId: 6 });
  expect(completions(sent)).toEqual([]);
  await desk.receive({ kind: 'cancel', requestId: 7 });
  await reading;
  expect(completions(sent)).toHaveLength(1);
});

test('a device that is not configured is missing', async () => {
  const { desk, sent, read } = await deskWithReader();
  await desk.receive({ kind: 'claim', holder: ANNA });
  await read(1, ANNA, DeviceId.parse('a4-printer'));
  expect(completions(sent)).toMatchObject([{ ok: false, fault: { code: 'device.missing' } }]);
});

test('a cancel that comes while the drivers are still being opened is not lost', async () => {
  const sent: FromDeviceHost[] = [];
  const opened = Promise.withResolvers<DeskDevice>();
  const cancelled: boolean[] = [];
  const desk = openDesk({
    openDevice: () => opened.promise,
    send: (message) => sent.push(message),
    forget: () => undefined,
  });
  void desk.receive({ kind: 'open', devices: [READER] });
  await desk.receive({ kind: 'claim', holder: ANNA });
  const { id: device } = READER;
  const order = { kind: 'command', requestId: 1, holder: ANNA, device, command: 'read', payload: {} } as const;
  const reading = desk.receive({ ...order, timeoutMs: 1_000 });
  await desk.receive({ kind: 'cancel', requestId: 1 });
  opened.resolve({
    deviceClass: 'CardReader',
    perform: (_command, _payload, options) => {
      cancelled.push(options.cancelled?.aborted ?? false);
      return Promise.resolve(fail({ code: 'device.canceled', completion: 'canceled' }));
    },
    status: () => ({ state: 'online', values: {} }),
    onStatus: () => () => undefined,
    claimed: () => undefined,
    close: () => Promise.resolve(),
  });
  await reading;
  expect(cancelled).toEqual([true]);
});

test('statistics are told without anybody holding the devices', async () => {
  const sent: FromDeviceHost[] = [];
  const device: DeskDevice = {
    deviceClass: 'CardReader',
    perform: (command) => Promise.resolve(ok({ asked: command })),
    status: () => ({ state: 'online', values: {} }),
    onStatus: () => () => undefined,
    claimed: () => undefined,
    close: () => Promise.resolve(),
  };
  const desk = openDesk({
    openDevice: () => Promise.resolve(device),
    send: (message) => sent.push(message),
    forget: () => undefined,
  });
  await desk.receive({ kind: 'open', devices: [READER] });
  await desk.receive({ kind: 'statistics', requestId: 7 });
  expect(sent.at(-1)).toEqual({
    kind: 'completion',
    requestId: 7,
    outcome: { ok: true, value: { 'card-reader': { asked: 'statistics' } } },
  });
});

test('no device waits for another one with its statistics', async () => {
  const everybodyAsked = Promise.withResolvers<void>();
  let asked = 0;
  const device: DeskDevice = {
    deviceClass: 'CardReader',
    perform: async () => {
      asked += 1;
      if (asked === 2) everybodyAsked.resolve();
      await everybodyAsked.promise;
      return ok({});
    },
    status: () => ({ state: 'online', values: {} }),
    onStatus: () => () => undefined,
    claimed: () => undefined,
    close: () => Promise.resolve(),
  };
  const desk = openDesk({
    openDevice: () => Promise.resolve(device),
    send: () => undefined,
    forget: () => undefined,
  });
  const another = DeviceConfig.parse({ ...READER, id: 'second-reader' });
  await desk.receive({ kind: 'open', devices: [READER, another] });
  const telling = desk.receive({ kind: 'statistics', requestId: 7 });
  await Promise.resolve();
  expect(asked).toBe(2);
  await telling;
});
