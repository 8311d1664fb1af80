/** Main's side of the device host with a process made of wishes: what is sent, and what happens when it dies. */
import { expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { ToDeviceHost, type FromDeviceHost } from '#contract/device-host.ts';
import { SessionId } from '#contract/ids.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { startDeviceHost } from './device-host-client.ts';
import type { HostProcess } from './host-process.ts';
import { LEASE_MS } from './lease.ts';

const ANNA = SessionId.parse('0199a000-0000-7000-8000-00000000000a');
const READER = DeviceConfig.parse({ id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: '/dev/null' });

class WishedProcess implements HostProcess {
  readonly pid: number;
  readonly got: ToDeviceHost[] = [];
  killed = false;
  thinks = true;
  say: (message: FromDeviceHost | object) => void = () => undefined;
  die: (reason: string) => void = () => undefined;
  constructor(pid: number) {
    this.pid = pid;
  }
  send(message: unknown): void {
    const parsed = ToDeviceHost.parse(message);
    // Questions for the heart are no news; see the test about it.
    if (parsed.kind === 'beat') {
      if (this.thinks) queueMicrotask(() => this.say({ kind: 'beat' }));
      return;
    }
    this.got.push(parsed);
    if (parsed.kind === 'open') queueMicrotask(() => this.say({ kind: 'opened' }));
    if (parsed.kind === 'close') this.die('exit 0');
  }
  onMessage(listen: (message: unknown) => void): void {
    this.say = listen;
  }
  onExit(listen: (reason: string) => void): void {
    this.die = listen;
  }
  kill(): void {
    this.killed = true;
    this.die('SIGKILL');
  }
}

async function started(heartClock?: HandClock) {
  const clock = new HandClock();
  const processes: WishedProcess[] = [];
  const log: string[] = [];
  let starting = Promise.resolve();
  const host = await startDeviceHost({
    devices: [READER],
    clock,
    heartClock: heartClock ?? clock,
    log: (event) => log.push(event),
    startProcess: async () => {
      const process = new WishedProcess(100 + processes.length);
      processes.push(process);
      await starting;
      return process;
    },
  });
  const current = (): WishedProcess => processes.at(-1) as WishedProcess;
  /** From now on a process starts only when the function returned is called. */
  const slowly = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    starting = promise;
    return resolve;
  };
  return { clock, host, processes, current, log, slowly };
}

test('nobody holds the devices, so nobody is served', async () => {
  const { host } = await started();
  const completion = await host.port('CardReader')?.execute('read', {}, { timeoutMs: 1_000 });
  expect(completion).toEqual({ ok: false, fault: { code: 'device.notHeld', completion: 'sequenceError' } });
});

test('a class that no device has gives no port', async () => {
  const { host } = await started();
  expect(host.port('Printer')).toBeNull();
});

test('a command travels with its holder, its events come back', async () => {
  const { host, current } = await started();
  host.claim(ANNA);
  const events: string[] = [];
  const removal = host
    .port('CardReader')
    ?.execute('awaitRemoval', {}, { timeoutMs: 900, onEvent: (name) => events.push(name) });
  expect(current().got.at(-1)).toMatchObject({
    kind: 'command',
    holder: ANNA,
    command: 'awaitRemoval',
    timeoutMs: 900,
  });
  current().say({ kind: 'event', requestId: 1, name: 'mediaRemoved' });
  current().say({ kind: 'completion', requestId: 1, outcome: { ok: true, value: null } });
  expect(await removal).toEqual({ ok: true, value: null });
  expect(events).toEqual(['mediaRemoved']);
});

test('a result that is none is not believed', async () => {
  const { host, current } = await started();
  host.claim(ANNA);
  const reading = host.port('CardReader')?.execute('read', {}, { timeoutMs: 900 });
  current().say({ kind: 'completion', requestId: 1, outcome: { ok: true, value: { name: '月' } } });
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.protocol', completion: 'internalError' } });
});

test('when the host dies, what runs is lost, and within two seconds it is back with its holder', async () => {
  const { host, current, clock, processes } = await started();
  host.claim(ANNA);
  const statuses: string[] = [];
  host.onStatus((_device, _class, status) => statuses.push(status.state));
  const reading = host.port('CardReader')?.execute('read', {}, { timeoutMs: 900 });
  current().die('SIGSEGV');
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  expect(statuses).toEqual(['unknown']);
  expect(await host.port('CardReader')?.execute('read', {}, { timeoutMs: 900 })).toMatchObject({
    fault: { code: 'device.lost' },
  });
  clock.forward(2_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(processes).toHaveLength(2);
  expect(host.pid).toBe(101);
  expect(current().got).toEqual([
    { kind: 'open', devices: [READER] },
    { kind: 'claim', holder: ANNA },
  ]);
});

test('when the host dies, what was known of a device is unknown from that moment on', async () => {
  const { host, current, clock } = await started();
  const device = READER.id;
  const card = { value: 'notPresent', at: 0, source: 'polled' };
  current().say({ kind: 'status', device, deviceClass: 'CardReader', status: { state: 'online', values: { card } } });
  clock.forward(700);
  const before = current();
  before.die('SIGKILL');
  const unknown = { state: 'unknown', values: { card: { value: 'unknown', at: 700, source: 'inferred' } } };
  expect(host.status(device)).toEqual(unknown);
  before.say({ kind: 'status', device, deviceClass: 'CardReader', status: { state: 'online', values: { card } } });
  expect(host.status(device)).toEqual(unknown);
});

test('a released holder is not claimed again', async () => {
  const { host, current, clock } = await started();
  host.claim(ANNA);
  host.release(ANNA);
  current().die('exit 1');
  clock.forward(2_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(current().got.map((message) => message.kind)).toEqual(['open']);
});

test('a host that talks nonsense is ended, main goes on', async () => {
  const { current, log } = await started();
  current().say({ kind: 'completion', requestId: 'seven' });
  expect(current().killed).toBe(true);
  expect(log).toContain('devices.hostNonsense');
});

test('a host that hangs is ended within twelve seconds and started again; one that answers is left alone', async () => {
  const { host, current, clock, processes, log } = await started();
  host.claim(ANNA);
  const passes = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      clock.forward(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await passes(60);
  expect(processes).toHaveLength(1);
  current().thinks = false;
  const reading = host.port('CardReader')?.execute('read', {}, { timeoutMs: 60_000 });
  await passes(13);
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost', completion: 'internalError' } });
  expect(log).toContain('devices.hostHung');
  expect(processes.map(({ killed }) => killed)).toEqual([true, false]);
  await passes(60);
  expect(processes).toHaveLength(2);
});

test('a closed host is not started again', async () => {
  const { host, clock, processes } = await started();
  await host.close();
  clock.forward(10_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(processes).toHaveLength(1);
});

test('a host that is being started again when the kiosk closes does not outlive it', async () => {
  const { host, clock, current, processes, slowly } = await started();
  current().die('SIGSEGV');
  const start = slowly();
  clock.forward(2_000);
  await host.close();
  start();
  await new Promise((resolve) => setImmediate(resolve));
  expect(processes.map(({ killed }) => killed)).toEqual([false, true]);
});

test('a cancel is passed on', async () => {
  const { host, current } = await started();
  host.claim(ANNA);
  const controller = new AbortController();
  void host.port('CardReader')?.execute('read', {}, { timeoutMs: 900, cancelled: controller.signal });
  controller.abort();
  expect(current().got.at(-1)).toEqual({ kind: 'cancel', requestId: 1 });
});

test('a holder that says nothing more loses the devices, and the next one gets them', async () => {
  const { host, current, clock, log } = await started(new HandClock());
  host.claim(ANNA);
  clock.forward(LEASE_MS - 1);
  expect(host.holder()).toBe(ANNA);
  clock.forward(1);
  expect(host.holder()).toBeNull();
  expect(current().got.at(-1)).toEqual({ kind: 'release', holder: ANNA });
  expect(log).toContain('devices.leaseOver');
  host.claim('kiosk');
  expect(current().got.at(-1)).toEqual({ kind: 'claim', holder: 'kiosk' });
});

test('a holder that says that it is alive, or whose command runs, keeps the devices', async () => {
  const { host, current, clock } = await started(new HandClock());
  host.claim(ANNA);
  clock.forward(LEASE_MS - 1);
  host.claim(ANNA);
  clock.forward(LEASE_MS - 1);
  void host.port('CardReader')?.execute('read', {}, { timeoutMs: 120_000 });
  clock.forward(LEASE_MS + 119_999);
  expect(host.holder()).toBe(ANNA);
  expect(
    current()
      .got.filter(({ kind }) => kind !== 'open')
      .map(({ kind }) => kind),
  ).toEqual(['claim', 'command']);
  host.release(ANNA);
  clock.forward(2 * LEASE_MS);
  expect(current().got.filter(({ kind }) => kind === 'release')).toHaveLength(1);
});
