/** Main's side of the device host: ports for the session, status, claims; starts the process again when it dies. */
import type { Clock } from '#contract/clock.ts';
import type { DeviceConfig } from '#contract/config.ts';
import { FromDeviceHost, type Holder, type ToDeviceHost } from '#contract/device-host.ts';
import type { CommandName, CommandOptions, DeviceClass, DevicePort } from '#contract/devices/classes.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { modelHas } from '#contract/devices/models.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { TracePage, TraceRequest } from '#contract/devices/trace.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import { systemClock } from '../main/system-clock.ts';
import { startHostProcess, type HostProcess, type StartHostProcess } from './host-process.ts';
import { openLease } from './lease.ts';
import { takeOrders, type HostStatistics } from './orders.ts';
import { watchHeart, type Heart } from './watch-heart.ts';

export interface DeviceHostOptions {
  readonly devices: readonly DeviceConfig[];
  readonly clock: Clock;
  readonly log: Log;
  readonly startProcess?: StartHostProcess;
  /** A process lives in real time, whatever time the kiosk is told. */
  readonly heartClock?: Clock;
}

export type StatusListener = (device: DeviceId, deviceClass: DeviceClass, status: DeviceStatus) => void;

export interface DeviceHost {
  /**
   * The first configured device of a class, or null; with `command`, the first whose model has that command, as two
   * printers differ in what they print on. Commands run for whoever holds the devices when they are given.
   */
  port<C extends DeviceClass>(deviceClass: C, command?: CommandName<C>): DevicePort<C> | null;
  /** Also how the holder says that it is still alive: of whom nothing is heard for long loses the devices (`lease.ts`). */
  claim(holder: Holder): void;
  release(holder: Holder): void;
  status(device: DeviceId): DeviceStatus;
  onStatus(listen: StatusListener): () => void;
  readonly pid: number;
  close(): Promise<void>;
}

/** What technicians need beyond what a session needs. */
export interface ServiceableDeviceHost extends DeviceHost {
  /** One command to one device by its id; like a port's, it runs for whoever holds the devices. */
  perform(device: DeviceId, command: string, payload: Json, options: CommandOptions): Promise<Completion<Json>>;
  holder(): Holder | null;
  /** What passed on its wire, in words; a device host that ends meanwhile is a fault. */
  trace(device: DeviceId, asked: TraceRequest): Promise<Completion<TracePage>>;
  /** What each device has done since this device host was started. */
  statistics(): Promise<Completion<HostStatistics>>;
}

/** A host that dies at once would otherwise be started in a loop; two seconds is the promise. */
const RESTART_MS = 500;
const CLOSE_MS = 3_000;

/** Resolves when the device host runs and its drivers are looking for their devices; a device may still be missing. */
export async function startDeviceHost({
  devices,
  clock,
  log,
  startProcess = startHostProcess,
  heartClock = systemClock,
}: DeviceHostOptions): Promise<ServiceableDeviceHost> {
  const listeners = new Set<StatusListener>();
  const statuses = new Map<DeviceId, DeviceStatus>();
  let host: HostProcess | null = null;
  let pid = -1;
  let heart: Heart | null = null;
  let holder: Holder | null = null;
  let closing: PromiseWithResolvers<void> | null = null;
  const opened = Promise.withResolvers<void>();

  const send = (message: ToDeviceHost): boolean => {
    if (message.kind === 'command') lease.renew(message.timeoutMs);
    host?.send(message);
    return host !== null;
  };
  const release = (whose: Holder): void => {
    if (holder === whose) {
      holder = null;
      lease.end();
    }
    send({ kind: 'release', holder: whose });
  };
  const lease = openLease(clock, () => {
    if (holder === null) return;
    log('devices.leaseOver', { holder: holder === 'kiosk' ? 'kiosk' : 'session' });
    release(holder);
  });
  const orders = takeOrders(send, () => holder);

  const learn: StatusListener = (device, deviceClass, status) => {
    statuses.set(device, status);
    for (const listen of listeners) listen(device, deviceClass, status);
  };
  const receive = (raw: unknown): void => {
    const parsed = FromDeviceHost.safeParse(raw);
    if (!parsed.success) {
      // A host that talks nonsense is ended and started again; main goes on.
      log('devices.hostNonsense', { issues: parsed.error.issues.length });
      return host?.kill();
    }
    const message = parsed.data;
    if (message.kind === 'opened') opened.resolve();
    else if (message.kind === 'beat') heart?.answered();
    else if (message.kind === 'status') learn(message.device, message.deviceClass, message.status);
    else orders.receive(message);
  };
  const ended = (reason: string): void => {
    host = null;
    heart?.stop();
    orders.loseAll();
    // A kiosk without devices can still say so on its screen.
    opened.resolve();
    if (closing) return closing.resolve();
    log('devices.hostEnded', { reason });
    for (const { id, class: deviceClass } of devices) learn(id, deviceClass, unwatched(statuses.get(id), clock.now()));
    clock.after(RESTART_MS, () => void start());
  };
  const start = async (): Promise<void> => {
    if (closing) return;
    const started = await startProcess(log);
    if (closing) return started.kill();
    host = started;
    pid = started.pid;
    // What a process still says after its end is too late: its commands were lost, another one may run by now.
    started.onMessage((raw) => {
      if (host === started) receive(raw);
    });
    started.onExit(ended);
    log('devices.hostStarted', { pid });
    heart = watchHeart(
      () => void send({ kind: 'beat' }),
      () => {
        log('devices.hostHung', { pid: started.pid });
        started.kill();
      },
      heartClock,
    );
    send({ kind: 'open', devices: [...devices] });
    if (holder !== null) send({ kind: 'claim', holder });
  };

  await start();
  await opened.promise;

  return {
    port(deviceClass, command) {
      const config = devices.find(
        ({ class: own, model }) => own === deviceClass && (!command || modelHas(own, model, command)),
      );
      return config ? orders.port(deviceClass, config.id) : null;
    },
    perform: orders.perform,
    trace: orders.trace,
    statistics: orders.statistics,
    claim(next) {
      lease.renew();
      if (holder === next) return;
      holder = next;
      send({ kind: 'claim', holder: next });
    },
    release,
    holder: () => holder,
    status: (device) => statuses.get(device) ?? { state: 'unknown', values: {} },
    onStatus(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    get pid() {
      return pid;
    },
    async close() {
      closing ??= Promise.withResolvers<void>();
      heart?.stop();
      lease.end();
      if (!host) return;
      send({ kind: 'close' });
      const stopTimer = clock.after(CLOSE_MS, () => host?.kill());
      await closing.promise;
      stopTimer();
    },
  };
}

/** Nobody watches the device now: whatever was known of it is unknown from here on. */
function unwatched(status: DeviceStatus | undefined, at: number): DeviceStatus {
  const names = Object.keys(status?.values ?? {});
  const unknown = { value: 'unknown', at, source: 'inferred' } as const;
  return { state: 'unknown', values: Object.fromEntries(names.map((name) => [name, unknown])) };
}
