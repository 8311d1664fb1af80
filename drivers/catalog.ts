/** Every model and where its driver lives, loaded when a kiosk has it; agrees with MODELS of the contract by type. */
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { ModelOf } from '#contract/devices/models.ts';
import type { DriverDeclaration } from './define-driver.ts';
import type { Driver, DriverSurroundings } from './driver.ts';
import type { Narrator } from './tap/narrator.ts';
import type { Tap } from './tap/tap.ts';
import { tappedCables, type AllCables } from './transport/cables.ts';

type Load<C extends DeviceClass, M extends ModelOf<C>> = () => Promise<DriverDeclaration<C, M, AllCables>>;

/** A camera has no driver: it lives in the page. */
type DrivenClass = Exclude<DeviceClass, 'Camera'>;

const CATALOG: { readonly [C in DrivenClass]: { readonly [M in ModelOf<C>]: Load<C, M> } } = {
  CardReader: {
    'idcard-sdt-hid': async () => (await import('./idcard-sdt-hid/driver.ts')).idcardSdtHid,
    'chipcard-pcsc': async () => (await import('./chipcard-pcsc/driver.ts')).chipcardPcsc,
    'idcard-sdt': async () => (await import('./idcard-sdt/driver.ts')).idcardSdt,
  },
  BarcodeReader: {
    'scanner-hidpos': async () => (await import('./scanner-hidpos/driver.ts')).scannerHidpos,
    'scanner-serial': async () => (await import('./scanner-serial/driver.ts')).scannerSerial,
  },
  Printer: {
    'a4-ipp': async () => (await import('./a4-ipp/driver.ts')).a4Ipp,
    'receipt-escpos': async () => (await import('./receipt-escpos/driver.ts')).receiptEscpos,
  },
  CashAcceptor: {
    'notes-ccnet': async () => (await import('./notes-ccnet/driver.ts')).notesCcnet,
    'notes-id003': async () => (await import('./notes-id003/driver.ts')).notesId003,
    'notes-ssp': async () => (await import('./notes-ssp/driver.ts')).notesSsp,
    'coins-cctalk': async () => (await import('./coins-cctalk/driver.ts')).coinsCctalk,
  },
  Lights: {
    'lights-modbus': async () => (await import('./lights-modbus/driver.ts')).lightsModbus,
  },
  Auxiliaries: {
    'ups-megatec': async () => (await import('./ups-megatec/driver.ts')).upsMegatec,
    'io-modbus': async () => (await import('./io-modbus/driver.ts')).ioModbus,
  },
};

/** What of a declaration is the same for every class. */
interface AnyDeclaration {
  narrate(settings: DeviceConfig['settings']): Narrator;
  open(from: DriverSurroundings<unknown, AllCables>): Driver;
}

export interface DriverFrame extends Omit<DriverSurroundings<unknown, AllCables>, 'id' | 'place' | 'settings'> {
  /** A tap that hears this device's wire, which `narrate` puts into words. */
  readonly tapFor: (device: string, narrate: () => Narrator) => Tap;
}

/** `config` is parsed, so its model exists for its class and its settings fit; anything else is a programming error and throws. */
export async function openDriver(
  config: DeviceConfig,
  { tapFor, cables, ...surroundings }: DriverFrame,
): Promise<Driver> {
  const declaration = await loadDeclaration(config);
  const { id, settings } = config;
  const tap = tapFor(id, () => declaration.narrate(settings));
  return declaration.open({ ...surroundings, id, place: config, settings, cables: tappedCables(cables, [tap]) });
}

/** Puts the wire of such a device into words, also when the device is elsewhere. */
export async function narratorOf(config: Pick<DeviceConfig, 'class' | 'model' | 'settings'>): Promise<Narrator> {
  return (await loadDeclaration(config)).narrate(config.settings);
}

async function loadDeclaration(config: Pick<DeviceConfig, 'class' | 'model'>): Promise<AnyDeclaration> {
  const classes: Readonly<Record<string, object>> = CATALOG;
  const models = (classes[config.class] ?? {}) as Readonly<Record<string, (() => Promise<AnyDeclaration>) | undefined>>;
  const load = models[config.model];
  if (!load) throw new Error(`no driver for ${config.class} "${config.model}"`);
  return load();
}
