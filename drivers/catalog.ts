/** Every model and where its driver lives, loaded when a kiosk has it; agrees with MODELS of the contract by type. */
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { DriverDeclaration, ModelOf } from './define-driver.ts';
import type { Driver, DriverSurroundings } from './driver.ts';
import type { Narrator } from './tap/narrator.ts';
import type { Tap } from './tap/tap.ts';

const CATALOG: { readonly [C in DeviceClass]: { readonly [M in ModelOf<C>]: () => Promise<DriverDeclaration<C, M>> } } =
  {
    CardReader: {
      'idcard-sdt': async () => (await import('./idcard-sdt/driver.ts')).idcardSdt,
    },
    Printer: {
      'receipt-escpos': async () => (await import('./receipt-escpos/driver.ts')).receiptEscpos,
    },
  };

/** What of a declaration is the same for every class. */
interface AnyDeclaration {
  narrate(settings: DeviceConfig['settings']): Narrator;
  open(from: DriverSurroundings): Driver;
}

export interface DriverFrame extends Omit<DriverSurroundings, 'id' | 'path' | 'settings' | 'taps'> {
  /** A tap that hears this device's wire, which `narrate` puts into words. */
  readonly tapFor: (device: string, narrate: () => Narrator) => Tap;
}

/** `config` is parsed, so its model exists for its class; anything else is a programming error and throws. */
export async function openDriver(config: DeviceConfig, { tapFor, ...surroundings }: DriverFrame): Promise<Driver> {
  const models: Readonly<Record<string, (() => Promise<AnyDeclaration>) | undefined>> = CATALOG[config.class];
  const load = models[config.model];
  if (!load) throw new Error(`no driver for ${config.class} "${config.model}"`);
  const declaration = await load();
  const { id, path, settings } = config;
  const tap = tapFor(id, () => declaration.narrate(settings));
  return declaration.open({ ...surroundings, taps: [tap], id, path, settings });
}
