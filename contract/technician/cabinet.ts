/** The cabinet as a technician sees it: every device where it is, how it is, and what can be tried at it. */
import { z } from 'zod';
import { DeviceClass } from '../devices/classes.ts';
import { DeviceStatus } from '../devices/status.ts';
import { FaultCode } from '../faults.table.ts';
import { DeviceId } from '../ids.ts';
import { LocalText } from '../language.ts';

const Percent = z.number().min(0).max(100);

/** A rectangle on the cabinet's front in percent of its width and height, from the upper left corner. */
export const CabinetSpot = z.strictObject({ x: Percent, y: Percent, width: Percent, height: Percent });
export type CabinetSpot = Readonly<z.infer<typeof CabinetSpot>>;

export const ControlDevice = z.strictObject({
  id: DeviceId,
  deviceClass: DeviceClass,
  model: z.string(),
  path: z.string(),
  status: DeviceStatus,
});
export type ControlDevice = Readonly<z.infer<typeof ControlDevice>>;

/** A test that moves something or needs a hand, and the question that only eyes can answer. */
export const OfferedTest = z.strictObject({
  command: z.string(),
  /** What a hand has to do meanwhile; null: nothing. */
  doing: LocalText.nullable(),
  look: LocalText,
});

export const CabinetDevice = ControlDevice.extend({
  name: LocalText,
  spot: CabinetSpot,
  /** Three failed self-tests in a row put a device out of service. */
  service: z.enum(['in', 'out', 'unknown']),
  /** Null while nothing is known against it; `advice` is for the technician. */
  trouble: z.strictObject({ code: FaultCode, advice: LocalText }).nullable(),
  tests: z.array(OfferedTest),
});
export type CabinetDevice = Readonly<z.infer<typeof CabinetDevice>>;

export const CabinetView = z.strictObject({ screen: CabinetSpot, devices: z.array(CabinetDevice), at: z.number() });
export type CabinetView = Readonly<z.infer<typeof CabinetView>>;

/** How a test ended. What a card or a code said is never in it. */
export const TestReport = z.strictObject({
  passed: z.boolean(),
  tookMs: z.number().nonnegative(),
  fault: z.strictObject({ code: FaultCode, advice: LocalText, detail: z.string().nullable() }).nullable(),
  status: DeviceStatus,
});
export type TestReport = Readonly<z.infer<typeof TestReport>>;
