/** What is known of a device: every value with its time and its source; silence is `unknown`. */
import { z } from 'zod';

/** XFS4IoT Common.Status device states, and `unknown` for a device that was never heard. */
export const DeviceState = z.enum([
  'online',
  'offline',
  'powerOff',
  'noDevice',
  'hardwareError',
  'userError',
  'deviceBusy',
  'starting',
  'unknown',
]);
export type DeviceState = z.infer<typeof DeviceState>;

export const StatusValue = z.strictObject({
  value: z.string(),
  /** Wall time in ms when it was learnt. */
  at: z.number(),
  source: z.enum(['polled', 'unsolicited', 'inferred', 'never']),
});
export type StatusValue = Readonly<z.infer<typeof StatusValue>>;

/** `values` by name, for example `paper`: ok, nearEnd, out, unknown. */
export const DeviceStatus = z.strictObject({
  state: DeviceState,
  values: z.record(z.string(), StatusValue),
});
export type DeviceStatus = Readonly<z.infer<typeof DeviceStatus>>;

export function unknownValue(at: number): StatusValue {
  return { value: 'unknown', at, source: 'never' };
}
