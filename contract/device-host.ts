/** The words between main and the device host process; both ends parse what arrives. */
import { z } from 'zod';
import { DeviceClass } from './devices/classes.ts';
import { DeviceFault } from './devices/completion.ts';
import { DeviceStatus } from './devices/status.ts';
import { TraceRequest } from './devices/trace.ts';
import { DeviceConfig } from './config.ts';
import { DeviceId, SessionId } from './ids.ts';
import { Json } from './json.ts';

/** Who holds a device: a citizen's session, or the kiosk itself for self-tests. */
export const Holder = z.union([SessionId, z.literal('kiosk')]);
export type Holder = z.infer<typeof Holder>;

export const ToDeviceHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), devices: z.array(DeviceConfig) }),
  /** From now on the devices work for `holder` alone; input that arrived before is dropped. */
  z.strictObject({ kind: z.literal('claim'), holder: Holder }),
  z.strictObject({ kind: z.literal('release'), holder: Holder }),
  z.strictObject({
    kind: z.literal('command'),
    requestId: z.number().int().positive(),
    holder: Holder,
    device: DeviceId,
    command: z.string(),
    payload: Json,
    timeoutMs: z.number().int().positive(),
  }),
  z.strictObject({ kind: z.literal('cancel'), requestId: z.number().int().positive() }),
  /** Answered by a completion whose value is a TracePage; nobody need hold the device. */
  z.strictObject({
    kind: z.literal('trace'),
    requestId: z.number().int().positive(),
    device: DeviceId,
    asked: TraceRequest,
  }),
  /** Answered by a completion whose value has the statistics of every device by its id; nobody need hold them. */
  z.strictObject({ kind: z.literal('statistics'), requestId: z.number().int().positive() }),
  /** Do you still think? Answered at once, whatever the devices do. */
  z.strictObject({ kind: z.literal('beat') }),
  z.strictObject({ kind: z.literal('close') }),
]);
export type ToDeviceHost = z.infer<typeof ToDeviceHost>;

export const FromDeviceHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('beat') }),
  z.strictObject({ kind: z.literal('acknowledge'), requestId: z.number() }),
  z.strictObject({
    kind: z.literal('event'),
    requestId: z.number(),
    name: z.string(),
    detail: Json.optional(),
  }),
  z.strictObject({
    kind: z.literal('completion'),
    requestId: z.number(),
    outcome: z.union([
      z.strictObject({ ok: z.literal(true), value: Json }),
      z.strictObject({ ok: z.literal(false), fault: DeviceFault }),
    ]),
  }),
  /** Unsolicited: a device's status changed. */
  z.strictObject({ kind: z.literal('status'), device: DeviceId, deviceClass: DeviceClass, status: DeviceStatus }),
]);
export type FromDeviceHost = z.infer<typeof FromDeviceHost>;
