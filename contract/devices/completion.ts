/** How a device command ends: XFS4IoT completion codes, and our fault code for people. */
import { z } from 'zod';
import { FaultCode } from '../faults.table.ts';
import type { Result } from '../result.ts';

/** XFS4IoT (CEN/XFS4IoT Common) completion codes that our classes use, verbatim. */
export const CompletionCode = z.enum([
  'success',
  'commandErrorCode',
  'canceled',
  'deviceNotReady',
  'hardwareError',
  'internalError',
  'invalidCommand',
  'invalidData',
  'sequenceError',
  'timeOut',
  'unsupportedCommand',
  'userError',
]);
export type CompletionCode = z.infer<typeof CompletionCode>;

export const DeviceFault = z.strictObject({
  code: FaultCode,
  completion: CompletionCode.exclude(['success']),
  /** The device's own words or bytes, for the technician only; never personal data. */
  detail: z.string().optional(),
});
export type DeviceFault = Readonly<z.infer<typeof DeviceFault>>;

export type Completion<T> = Result<T, DeviceFault>;
