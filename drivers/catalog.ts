/** Every model and where its driver lives, loaded when a kiosk has it; agrees with MODELS of the contract by type. */
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { ModelOf } from '#contract/devices/models.ts';
import type { DriverDeclaration } from './define-driver.ts';
import type { Driver, DriverSurroundings } from './driver.ts';

type Load<C extends DeviceClass, M extends ModelOf<C>> = () => Promise<DriverDeclaration<C, M>>;

const CATALOG: { readonly [C in DeviceClass]: { readonly [M in ModelOf<C>]: Load<C, M> } } = {
  CardReader: {
    'idcard-sdt': async () => (await import('./idcard-sdt/driver.ts')).idcardSdt,
  },
  BarcodeReader: {},
  Printer: {
    'receipt-escpos': async () => (await import('./receipt-escpos/driver.ts')).receiptEscpos,
  },
  CashAcceptor: {
    'notes-ccnet': async () => (await import('./notes-ccnet/driver.ts')).notesCcnet,
  },
  Lights: {},
  Auxiliaries: {},
};

/** `config` is parsed, so its model exists for its class and its settings fit; anything else is a programming error and throws. */
export async function openDriver(
  config: DeviceConfig,
  surroundings: Omit<DriverSurroundings, 'id' | 'place' | 'settings'>,
): Promise<Driver> {
  const models: Readonly<Record<string, (() => Promise<{ open(from: DriverSurroundings): Driver }>) | undefined>> =
    CATALOG[config.class] as never;
  const load = models[config.model];
  if (!load) throw new Error(`no driver for ${config.class} "${config.model}"`);
  const declaration = await load();
  return declaration.open({ ...surroundings, id: config.id, place: config, settings: config.settings });
}
