/** The device classes (XFS4IoT names) and their commands, from which both ends of the device host are typed and checked. */
import { z } from 'zod';
import { auxiliariesCommands } from './auxiliaries.ts';
import { barcodeReaderCommands } from './barcode-reader.ts';
import { cameraCommands } from './camera.ts';
import { cardReaderCommands } from './card-reader.ts';
import { cashAcceptorCommands } from './cash-acceptor.ts';
import type { Json } from '../json.ts';
import type { Completion } from './completion.ts';
import { lightsCommands } from './lights.ts';
import { printerCommands } from './printer.ts';
import { DeviceStatistics } from './statistics.ts';
import { DeviceStatus } from './status.ts';

/** Commands that every device answers. `selfTest` is internal only: it moves no paper and needs nobody. */
const commonCommands = {
  status: { payload: z.strictObject({}), result: DeviceStatus },
  selfTest: { payload: z.strictObject({}), result: DeviceStatus },
  statistics: { payload: z.strictObject({}), result: DeviceStatistics },
} as const;

export const DEVICE_CLASSES = {
  CardReader: { ...commonCommands, ...cardReaderCommands },
  BarcodeReader: { ...commonCommands, ...barcodeReaderCommands },
  Printer: { ...commonCommands, ...printerCommands },
  CashAcceptor: { ...commonCommands, ...cashAcceptorCommands },
  Camera: { ...commonCommands, ...cameraCommands },
  Lights: { ...commonCommands, ...lightsCommands },
  Auxiliaries: { ...commonCommands, ...auxiliariesCommands },
} as const;

export const DeviceClass = z.enum([
  'CardReader',
  'BarcodeReader',
  'Printer',
  'CashAcceptor',
  'Camera',
  'Lights',
  'Auxiliaries',
]);
export type DeviceClass = z.infer<typeof DeviceClass>;
export type CommandName<C extends DeviceClass> = keyof (typeof DEVICE_CLASSES)[C] & string;
type Command<C extends DeviceClass, N extends CommandName<C>> = (typeof DEVICE_CLASSES)[C][N] extends {
  payload: infer P extends z.ZodType;
  result: infer R extends z.ZodType;
}
  ? { payload: z.infer<P>; result: z.infer<R> }
  : never;
export type CommandPayload<C extends DeviceClass, N extends CommandName<C>> = Command<C, N>['payload'];
export type CommandResult<C extends DeviceClass, N extends CommandName<C>> = Command<C, N>['result'];

export interface CommandOptions {
  /** The command ends as `timeOut` after this many milliseconds, whatever the device does. */
  readonly timeoutMs: number;
  /** Ends the command as `canceled`. */
  readonly cancelled?: CancelToken;
  /** Events of this command, by name, for example `mediaInserted`, with what the class says of them. */
  readonly onEvent?: (event: string, detail?: Json) => void;
}

/** The part of AbortSignal that we need, so that rooms without DOM and Node can name it. */
export interface CancelToken {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What a flow or a technician may ask of one device. Never rejects for an expected failure. */
export interface DevicePort<C extends DeviceClass> {
  readonly deviceClass: C;
  execute<N extends CommandName<C>>(
    command: N,
    payload: CommandPayload<C, N>,
    options: CommandOptions,
  ): Promise<Completion<CommandResult<C, N>>>;
}
