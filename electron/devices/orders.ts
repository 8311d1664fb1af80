/** Commands on their way: each gets a number, its events, and in the end exactly one completion. */
import {
  DEVICE_CLASSES,
  type CommandName,
  type CommandOptions,
  type CommandPayload,
  type CommandResult,
  type DeviceClass,
  type DevicePort,
} from '#contract/devices/classes.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { FromDeviceHost, Holder, ToDeviceHost } from '#contract/device-host.ts';
import { TracePage, type TraceRequest } from '#contract/devices/trace.ts';
import { DeviceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { DeviceStatistics } from '#contract/devices/statistics.ts';
import { fail, ok } from '#contract/result.ts';
import { z } from 'zod';

const NO_HOST: DeviceFault = { code: 'device.lost', completion: 'deviceNotReady', detail: 'no device host runs' };
/** Died in the middle: what the device did by then, nobody knows. */
const HOST_DIED: DeviceFault = { code: 'device.lost', completion: 'internalError', detail: 'the device host ended' };
const NOT_HELD: DeviceFault = { code: 'device.notHeld', completion: 'sequenceError' };

const HostStatistics = z.record(DeviceId, DeviceStatistics);
export type HostStatistics = Readonly<z.infer<typeof HostStatistics>>;

interface Order {
  readonly onEvent: CommandOptions['onEvent'] | undefined;
  readonly settle: (completion: Completion<Json>) => void;
}

export interface Orders {
  port<C extends DeviceClass>(deviceClass: C, device: DeviceId): DevicePort<C>;
  /** The same for a command that came as words; payload and result are the caller's to parse. */
  perform(device: DeviceId, command: string, payload: Json, options: CommandOptions): Promise<Completion<Json>>;
  /** What passed on a device's wire; nobody has to hold the device for it. */
  trace(device: DeviceId, asked: TraceRequest): Promise<Completion<TracePage>>;
  /** What the devices have done since this device host was started. */
  statistics(): Promise<Completion<HostStatistics>>;
  receive(message: Extract<FromDeviceHost, { requestId: number }>): void;
  /** The device host is gone: nothing that was running can still be answered. */
  loseAll(): void;
}

/** `send` says false when there is no device host right now. */
export function takeOrders(send: (message: ToDeviceHost) => boolean, holder: () => Holder | null): Orders {
  const open = new Map<number, Order>();
  let lastId = 0;

  const order = (
    device: DeviceId,
    command: string,
    payload: Json,
    options: CommandOptions,
  ): Promise<Completion<Json>> => {
    const whose = holder();
    if (whose === null) return Promise.resolve(fail(NOT_HELD));
    const requestId = (lastId += 1);
    return new Promise((resolve) => {
      const cancel = (): void => void send({ kind: 'cancel', requestId });
      const settle = (completion: Completion<Json>): void => {
        open.delete(requestId);
        options.cancelled?.removeEventListener('abort', cancel);
        resolve(completion);
      };
      open.set(requestId, { onEvent: options.onEvent, settle });
      const { timeoutMs } = options;
      if (!send({ kind: 'command', requestId, holder: whose, device, command, payload, timeoutMs }))
        return settle(fail(NO_HOST));
      options.cancelled?.addEventListener('abort', cancel, { once: true });
      if (options.cancelled?.aborted) cancel();
    });
  };

  /** Of the device host itself: nobody has to hold a device for it. */
  const askHost = <T>(promised: z.ZodType<T>, say: (requestId: number) => ToDeviceHost): Promise<Completion<T>> => {
    const requestId = (lastId += 1);
    return new Promise((resolve) => {
      const settle = (completion: Completion<Json>): void => {
        open.delete(requestId);
        resolve(completion.ok ? ok(promised.parse(completion.value)) : completion);
      };
      open.set(requestId, { onEvent: undefined, settle });
      if (!send(say(requestId))) settle(fail(NO_HOST));
    });
  };

  return {
    port: <C extends DeviceClass>(deviceClass: C, device: DeviceId): DevicePort<C> => ({
      deviceClass,
      async execute<N extends CommandName<C>>(command: N, payload: CommandPayload<C, N>, options: CommandOptions) {
        const completion = await order(device, command, payload as Json, options);
        if (!completion.ok) return completion;
        const result = resultOf(deviceClass, command, completion.value);
        return result.success
          ? ok(result.data as CommandResult<C, N>)
          : fail({ code: 'device.protocol', completion: 'internalError', detail: `result of ${command}` });
      },
    }),
    perform: order,
    trace: (device, asked) => askHost(TracePage, (requestId) => ({ kind: 'trace', requestId, device, asked })),
    statistics: () => askHost(HostStatistics, (requestId) => ({ kind: 'statistics', requestId })),
    receive(message) {
      const known = open.get(message.requestId);
      if (message.kind === 'event') known?.onEvent?.(message.name, message.detail);
      if (message.kind === 'completion')
        known?.settle(message.outcome.ok ? ok(message.outcome.value) : fail(message.outcome.fault));
    },
    loseAll() {
      for (const { settle } of [...open.values()]) settle(fail(HOST_DIED));
    },
  };
}

/** Parsed by the schema of this very command; TypeScript can't follow the name through the table, so the caller casts. */
function resultOf(
  deviceClass: DeviceClass,
  command: string,
  value: Json,
): { success: true; data: unknown } | { success: false } {
  const commands: Readonly<
    Record<string, { result: { safeParse(value: unknown): { success: true; data: unknown } | { success: false } } }>
  > = DEVICE_CLASSES[deviceClass];
  return commands[command]?.result.safeParse(value) ?? { success: false };
}
