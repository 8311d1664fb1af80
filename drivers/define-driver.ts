/** A driver is a declaration: which model it is, of which class, which settings it reads, and how it opens. */
import type { DeviceConfig, MODELS } from '#contract/config.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { Driver, DriverSurroundings } from './driver.ts';
import type { Narrator } from './tap/narrator.ts';

export type ModelOf<C extends DeviceClass> = (typeof MODELS)[C][number];

export interface DriverDeclaration<C extends DeviceClass, M extends ModelOf<C> = ModelOf<C>> {
  readonly deviceClass: C;
  readonly model: M;
  /** The settings of kiosk.yaml that this driver reads; the others don't concern it. */
  readonly settings: readonly (keyof DeviceConfig['settings'])[];
  /** What passes on its wire in words, without anything personal. */
  narrate(settings: DeviceConfig['settings']): Narrator;
  /** Returns at once; the device is looked for from then on until `close`. */
  open(surroundings: DriverSurroundings): Driver<C>;
}

export function defineDriver<C extends DeviceClass, M extends ModelOf<C>>(
  declaration: DriverDeclaration<C, M>,
): DriverDeclaration<C, M> {
  return declaration;
}
