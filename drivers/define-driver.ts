/** A driver is a declaration: which model it is, of which class, and how it opens; what else there is to say of it is in MODELS. */
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { ModelOf, SettingsOf } from '#contract/devices/models.ts';
import type { Driver, DriverSurroundings } from './driver.ts';
import type { Narrator } from './tap/narrator.ts';

export interface DriverDeclaration<C extends DeviceClass, M extends ModelOf<C> = ModelOf<C>> {
  readonly deviceClass: C;
  readonly model: M;
  /** What passes on its wire in words, without anything personal. */
  narrate(settings: SettingsOf<C, M>): Narrator;
  /** Returns at once; the device is looked for from then on until `close`. */
  open(surroundings: DriverSurroundings<SettingsOf<C, M>>): Driver<C>;
}

export function defineDriver<C extends DeviceClass, M extends ModelOf<C>>(
  declaration: DriverDeclaration<C, M>,
): DriverDeclaration<C, M> {
  return declaration;
}
