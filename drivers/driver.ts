/** What every open driver offers its host: the port of its class, its status, and the change of holders. */
import type { Clock } from '#contract/clock.ts';
import type { DeviceConfig } from '#contract/config.ts';
import type { CommandOptions, DeviceClass, DevicePort } from '#contract/devices/classes.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { Log } from '#contract/log.ts';
import type { Cables } from './transport/cables.ts';

export interface Driver<C extends DeviceClass = DeviceClass> extends DevicePort<C> {
  /** The same as `execute`, for commands that came as words: name and payload are checked first. */
  perform(command: string, payload: unknown, options: CommandOptions): Promise<Completion<unknown>>;
  status(): DeviceStatus;
  /** Called when the state or a value changed; returns a function that stops listening. */
  onStatus(listen: (status: DeviceStatus) => void): () => void;
  /** Another holder begins: nothing of the one before may reach it. */
  claimed(): void;
  /** Its holder has left and nobody has come: what would go on taking things in stops. */
  released(): void;
  close(): Promise<void>;
}

/** Where the device is found: exactly one of the three, as its model wants it. */
export type DevicePlace = Pick<DeviceConfig, 'path' | 'usb' | 'address'>;

/** What a driver gets from its host; `settings` are those of its own model, `Kinds` the cables it may hang on. */
export interface DriverSurroundings<Settings = unknown, Kinds = Cables> {
  readonly id: string;
  readonly place: DevicePlace;
  readonly settings: Settings;
  readonly cables: Kinds;
  readonly clock: Clock;
  readonly log: Log;
}
