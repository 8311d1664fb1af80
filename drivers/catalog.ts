/** Every model and where its driver lives, loaded when a kiosk has it; agrees with MODELS of the contract by type. */
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { DriverDeclaration, ModelOf } from './define-driver.ts';
import type { Driver, DriverSurroundings } from './driver.ts';

const CATALOG: { readonly [C in DeviceClass]: { readonly [M in ModelOf<C>]: () => Promise<DriverDeclaration<C, M>> } } =
  {
    CardReader: {
      'idcard-sdt': async () => (await import('./idcard-sdt/driver.ts')).idcardSdt,
    },
    Printer: {
      'receipt-escpos': async () => (await import('./receipt-escpos/driver.ts')).receiptEscpos,
    },
  };

/** `config` is parsed, so its model exists for its class; anything else is a programming error and throws. */
export async function openDriver(
  config: DeviceConfig,
  surroundings: Omit<DriverSurroundings, 'id' | 'path' | 'settings'>,
): Promise<Driver> {
  const models: Readonly<Record<string, (() => Promise<{ open(from: DriverSurroundings): Driver }>) | undefined>> =
    CATALOG[config.class];
  const load = models[config.model];
  if (!load) throw new Error(`no driver for ${config.class} "${config.model}"`);
  const declaration = await load();
  return declaration.open({ ...surroundings, id: config.id, path: config.path, settings: config.settings });
}
