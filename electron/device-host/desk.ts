/** The desk of the device host: who holds the devices, which commands run, and what goes back to main. */
import type { DeviceConfig } from '#contract/config.ts';
import type { FromDeviceHost, Holder, ToDeviceHost } from '#contract/device-host.ts';
import type { CommandOptions, DeviceClass } from '#contract/devices/classes.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { DeviceId } from '#contract/ids.ts';
import { Json } from '#contract/json.ts';
import { fail } from '#contract/result.ts';

/** What the desk needs of an open driver. */
export interface DeskDevice {
  readonly deviceClass: DeviceClass;
  perform(command: string, payload: unknown, options: CommandOptions): Promise<Completion<unknown>>;
  status(): DeviceStatus;
  onStatus(listen: (status: DeviceStatus) => void): () => void;
  claimed(): void;
  released?(): void;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly openDevice: (config: DeviceConfig) => Promise<DeskDevice>;
  readonly send: (message: FromDeviceHost) => void;
  /** Frees what the last holder left in memory (law 3). */
  readonly forget: () => void;
}

/** Reading a trace is no business of the desk: nobody has to hold the device for it. */
export type DeskMessage = Exclude<ToDeviceHost, { kind: 'trace' }>;

export interface Desk {
  receive(message: DeskMessage): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly holder: Holder;
  readonly controller: AbortController;
}

type Command = Extract<ToDeviceHost, { kind: 'command' }>;

/** Known without asking the device. */
const STATISTICS_LIMIT_MS = 1_000;
const NOT_HELD: DeviceFault = { code: 'device.notHeld', completion: 'sequenceError' };
const NO_SUCH_DEVICE: DeviceFault = {
  code: 'device.missing',
  completion: 'invalidCommand',
  detail: 'not in kiosk.yaml',
};

export function openDesk({ openDevice, send, forget }: DeskOptions): Desk {
  const devices = new Map<DeviceId, DeskDevice>();
  const running = new Map<number, Running>();
  let holder: Holder | null = null;
  let opening: Promise<void> = Promise.resolve();

  const open = async (configs: readonly DeviceConfig[]): Promise<void> => {
    await Promise.all(
      configs.map(async (config) => {
        const device = await openDevice(config);
        devices.set(config.id, device);
        const tell = (status: DeviceStatus): void =>
          send({ kind: 'status', device: config.id, deviceClass: config.class, status });
        device.onStatus(tell);
        tell(device.status());
      }),
    );
    send({ kind: 'opened' });
  };

  const cancelAllOf = (whose: Holder): void => {
    for (const command of running.values()) if (command.holder === whose) command.controller.abort();
  };

  const claim = (next: Holder): void => {
    if (holder !== null && holder !== next) cancelAllOf(holder);
    if (holder !== next) for (const device of devices.values()) device.claimed();
    holder = next;
  };

  const release = (whose: Holder): void => {
    cancelAllOf(whose);
    if (holder === whose) {
      holder = null;
      for (const device of devices.values()) device.released?.();
    }
    forget();
  };

  const perform = async (order: Command, cancelled: AbortSignal): Promise<Completion<unknown>> => {
    const { requestId, command, payload, timeoutMs } = order;
    await opening;
    if (order.holder !== holder) return fail(NOT_HELD);
    const device = devices.get(order.device);
    if (!device) return fail(NO_SUCH_DEVICE);
    send({ kind: 'acknowledge', requestId });
    const onEvent = (name: string, detail?: Json): void =>
      send({ kind: 'event', requestId, name, ...(detail !== undefined && { detail }) });
    return device.perform(command, payload, { timeoutMs, cancelled, onEvent });
  };

  const serve = async (order: Command): Promise<void> => {
    const { requestId } = order;
    const controller = new AbortController();
    // From the moment it came it can be cancelled, also while the drivers are still being opened.
    running.set(requestId, { holder: order.holder, controller });
    const completion = await perform(order, controller.signal);
    running.delete(requestId);
    const outcome = completion.ok
      ? ({ ok: true, value: Json.parse(completion.value) } as const)
      : ({ ok: false, fault: completion.fault } as const);
    send({ kind: 'completion', requestId, outcome });
  };

  const tellStatistics = async (requestId: number): Promise<void> => {
    const told: Record<string, Json> = {};
    // At once: one that lets us wait makes nobody else wait.
    await Promise.all(
      [...devices].map(async ([id, device]) => {
        const counted = await device.perform('statistics', {}, { timeoutMs: STATISTICS_LIMIT_MS });
        if (counted.ok) told[id] = Json.parse(counted.value);
      }),
    );
    send({ kind: 'completion', requestId, outcome: { ok: true, value: told } });
  };

  const close = async (): Promise<void> => {
    for (const { controller } of running.values()) controller.abort();
    await Promise.all([...devices.values()].map((device) => device.close()));
  };

  return {
    async receive(message) {
      switch (message.kind) {
        case 'open':
          return (opening = open(message.devices));
        case 'claim':
          return claim(message.holder);
        case 'release':
          return release(message.holder);
        case 'command':
          return serve(message);
        case 'cancel':
          return running.get(message.requestId)?.controller.abort();
        case 'statistics':
          return tellStatistics(message.requestId);
        case 'beat':
          return send({ kind: 'beat' });
        case 'close':
          return close();
      }
    },
    close,
  };
}
