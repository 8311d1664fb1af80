/** A model as the conformance suite sees it: how it opens, what stands at the far end, and what each command must come to. */
import type { Clock } from '#contract/clock.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { DeviceStatus } from '#contract/devices/status.ts';
import type { Json } from '#contract/json.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import type { Cables, IppCables, ReportCables, SlotCables } from '../transport/cables.ts';

/** The device at the far end, without cable and process; the twin of a simulated model's device. */
export interface FarEnd {
  /** Bits per second of a serial device. */
  readonly baudRate?: number;
  /** What a HID device says of itself: then its wire carries reports. */
  readonly identity?: { readonly vendorId: string; readonly descriptor: Uint8Array };
  /** A setting that the host sends to a HID device. */
  set?(feature: Uint8Array): void;
  hear(bytes: Uint8Array): void;
  /** Named switches; every one has to know `power-cut`. */
  behave(switches: Json): void;
  order(order: Json): Json;
}

export interface FarEndSurroundings {
  readonly clock: Clock;
  readonly settings: Json;
  /** Says bytes. */
  write(bytes: Uint8Array): void;
  /** Sends one report, as a HID device does. */
  send(report: Uint8Array): void;
  tell(news: Json): void;
}

/**
 * `right`: what was asked for has happened, and that is what was said. `honest`: a fault or a doubt, and nothing else
 * happened than it says. Anything else is a wrong success, or a wrong failure, in words.
 */
export type Verdict = 'right' | 'honest' | { readonly wrong: string };
/** Called at once, for nothing may be said before it is true, and again when the dust has settled; may look at the device. */
export type Judge = (completion: Completion<unknown>) => Verdict;

export interface Scene {
  readonly device: FarEnd;
  readonly clock: Clock;
  /** Runs a command of the driver, in peace. */
  perform(command: string, payload: Json): Promise<Completion<unknown>>;
}

export interface SubjectCommand {
  readonly command: string;
  readonly payload: Json;
  readonly timeoutMs: number;
  /** Sets the scene in peace: a card is put down, the paper is torn off. */
  begin(scene: Scene): Judge | Promise<Judge>;
}

export type SubjectSurroundings = Pick<
  DriverSurroundings<unknown, Cables & ReportCables & SlotCables & IppCables>,
  'id' | 'cables' | 'clock' | 'log'
>;

export interface Subject {
  readonly model: string;
  open(surroundings: SubjectSurroundings): Driver;
  readonly device: { make(surroundings: FarEndSurroundings): FarEnd };
  readonly settings?: Json;
  readonly commands: readonly SubjectCommand[];
  /** What this device says when it has no time, if it can say so. */
  readonly busy?: Json;
  /** A command that waits as long as one lets it, asking again and again; without one the device is only left idle. */
  readonly waits?: Pick<SubjectCommand, 'command' | 'payload'>;
  /** Its commands are long conversations of questions that are all alike: so many bytes of each are struck, and the night strikes all. */
  readonly places?: number;
  /** Its wire is a bus that carries whole reports. */
  readonly wholeReports?: true;
  /** What it says is guarded by nothing: a wrong byte is as good as a right one, so nothing is asked about damage. */
  readonly unguarded?: true;
  /** false: the device can't tell that what it hears was damaged, so chaos loses whole questions only. */
  readonly checksums?: false;
  /** What this model's wire gives nobody a way to notice: misbehaviours that aren't asked of it, by name, and why. */
  readonly limits?: Readonly<Record<string, string>>;
}

/** Anything that isn't right is a fault that must be one of the device or its caller, not of our own making. */
export function faultIsHonest(completion: Completion<unknown>): Verdict {
  if (completion.ok) return { wrong: 'it succeeded' };
  return completion.fault.completion === 'internalError' ? { wrong: 'an internal error' } : 'honest';
}

/** Every model has it: it may only succeed when the device was heard, and then says so. */
export const selfTest: SubjectCommand = {
  command: 'selfTest',
  payload: {},
  timeoutMs: 15_000,
  begin: () => (completion) => {
    if (!completion.ok) return faultIsHonest(completion);
    const { state } = DeviceStatus.parse(completion.value);
    return state === 'unknown' || state === 'noDevice' ? { wrong: `well, and ${state}` } : 'right';
  },
};
