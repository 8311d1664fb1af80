/** A driver is a declaration: which model it is, of which class, and how it opens; what else there is to say of it is in MODELS. */
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { ModelOf, SettingsOf } from '#contract/devices/models.ts';
import type { Driver, DriverSurroundings } from './driver.ts';
import type { Narrator } from './tap/narrator.ts';
import type { Cables } from './transport/cables.ts';

export interface DriverDeclaration<C extends DeviceClass, M extends ModelOf<C> = ModelOf<C>, Kinds = Cables> {
  readonly deviceClass: C;
  readonly model: M;
  /** What passes on its wire in words, without anything personal. */
  narrate(settings: SettingsOf<C, M>): Narrator;
  /** Returns at once; the device is looked for from then on until `close`. */
  open(surroundings: DriverSurroundings<SettingsOf<C, M>, Kinds>): Driver<C>;
}

export function defineDriver<C extends DeviceClass, M extends ModelOf<C>, Kinds = Cables>(
  declaration: DriverDeclaration<C, M, Kinds>,
): DriverDeclaration<C, M, Kinds> {
  return declaration;
}
