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
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly openDevice: (config: DeviceConfig) => Promise<DeskDevice>;
  readonly send: (message: FromDeviceHost) => void;
  /** Frees what the last holder left in memory (law 3). */
  readonly forget: () => void;
}

export interface Desk {
  receive(message: ToDeviceHost): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly holder: Holder;
  readonly controller: AbortController;
}

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
    if (holder === whose) holder = null;
    forget();
  };

  const command = async (order: Extract<ToDeviceHost, { kind: 'command' }>): Promise<void> => {
    const { requestId, timeoutMs } = order;
    const complete = (completion: Completion<unknown>): void =>
      send({
        kind: 'completion',
        requestId,
        outcome: completion.ok
          ? { ok: true, value: Json.parse(completion.value) }
          : { ok: false, fault: completion.fault },
      });
    await opening;
    if (order.holder !== holder) return complete(fail(NOT_HELD));
    const device = devices.get(order.device);
    if (!device) return complete(fail(NO_SUCH_DEVICE));
    const controller = new AbortController();
    running.set(requestId, { holder: order.holder, controller });
    send({ kind: 'acknowledge', requestId });
    const completion = await device.perform(order.command, order.payload, {
      timeoutMs,
      cancelled: controller.signal,
      onEvent: (name) => send({ kind: 'event', requestId, name }),
    });
    running.delete(requestId);
    complete(completion);
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
          return command(message);
        case 'cancel':
          return running.get(message.requestId)?.controller.abort();
        case 'close':
          return this.close();
      }
    },
    async close() {
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...devices.values()].map((device) => device.close()));
    },
  };
}
