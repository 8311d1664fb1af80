/** Every model as data: the cables it may hang on, the commands it has of its class, and the settings it reads. */
import { z } from 'zod';
import { ChipRecipe, RecipeName } from './chip-recipe.ts';
import type { CommandName, DeviceClass } from './classes.ts';
import { LightPosition } from './lights.ts';
import { PrintProof } from './printer.ts';

/** How a device is reached: `path` in kiosk.yaml is a serial or hidraw device, `usb` an identity, `address` a text with a scheme. */
export const Cable = z.enum(['serial', 'tcp', 'hid', 'pcsc', 'ipp', 'uvc']);
export type Cable = z.infer<typeof Cable>;

export const BAUD_RATES = [9600, 19200, 38400, 57600, 115200] as const;
const baudRate = (usual: (typeof BAUD_RATES)[number]) =>
  z.union(BAUD_RATES.map((rate) => z.literal(rate))).default(usual);
/** Power supplies are slower than anything else. */
const SUPPLY_BAUD_RATES = [1200, 2400, 4800, 9600] as const;

const Dressing = z
  .string()
  .regex(/^[^\u0100-\uffff]{0,8}$/, { error: 'at most 8 characters of one byte, for example "\\x02"' });

const Word = z.number().int().min(0).max(65_535);
const ModbusAddress = z.number().int().min(0).max(65_535);
const ModbusLine = {
  baudRate: baudRate(9600),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  /** The station number that is set on the board. */
  unit: z.number().int().min(1).max(247).default(1),
};
/** A bitmap font in Unifont's .hex form, for signs that no other font here has; where the package unifont puts it. */
export const RARE_SIGNS_FILE = '/usr/share/unifont/unifont.hex';
const LightAtCoil = z.strictObject({ coil: ModbusAddress });
const LightAtRegister = z.strictObject({
  register: ModbusAddress,
  /** What the board wants to read there. */
  rates: z
    .strictObject({ off: Word, slow: Word, medium: Word, quick: Word, continuous: Word })
    .default({ off: 0, slow: 1, medium: 2, quick: 3, continuous: 4 }),
});
const ModbusPoint = z.strictObject({
  read: z.enum(['input', 'coil', 'register']).default('input'),
  address: ModbusAddress,
  /** From this value on the door counts as open, somebody as present. */
  from: Word.default(1),
  /** Then below it. */
  inverted: z.boolean().default(false),
});

type OwnCommand<C extends DeviceClass> = Exclude<CommandName<C>, 'status' | 'selfTest' | 'statistics'>;

export interface ModelEntry {
  readonly cables: readonly [Cable, ...Cable[]];
  /** Devices with the same word here may share one serial line: same path, same speed and parity, another `unit` each. */
  readonly line?: 'modbus';
  readonly commands: readonly string[];
  readonly settings: z.ZodObject;
}
type EntryOf<C extends DeviceClass> = ModelEntry & { readonly commands: readonly OwnCommand<C>[] };

const CASH = ['cashUnit', 'cashInStart', 'cashIn', 'store', 'giveBack', 'cashInEnd', 'reconcile'] as const;
/** Coins are in the box when they are seen: there is nothing to store or to give back. */
const COINS = ['cashUnit', 'cashInStart', 'cashIn', 'cashInEnd', 'reconcile'] as const;

/** Models by class. A model is a folder in `drivers/`. */
export const MODELS = {
  CardReader: {
    'idcard-sdt': {
      cables: ['serial'],
      commands: ['read', 'awaitRemoval'],
      settings: z.strictObject({ baudRate: baudRate(115200) }),
    },
    'idcard-sdt-hid': { cables: ['hid'], commands: ['read', 'awaitRemoval'], settings: z.strictObject({}) },
    'chipcard-pcsc': {
      cables: ['pcsc'],
      commands: ['readChip', 'awaitRemoval'],
      settings: z.strictObject({
        /** Kinds of cards of this hall, besides those that come with the program. */
        recipes: z.record(RecipeName, ChipRecipe).default({}),
        /** Recipes that nobody has compared with a real card are used only where somebody decided so. */
        allowUnverified: z.boolean().default(false),
      }),
    },
  },
  BarcodeReader: {
    'scanner-serial': {
      cables: ['serial'],
      commands: ['read'],
      settings: z.strictObject({
        baudRate: baudRate(9600),
        /** What the scanner was set to send before and after each code, one byte a character: "\x02". */
        prefix: Dressing.default(''),
        /** A line end, the default, may be CR, LF or both. Empty: only silence tells that a code is whole. */
        suffix: Dressing.default('\r'),
        /** The scanner was set to send AIM identifiers: a code without one is refused. */
        aimIds: z.boolean().default(false),
        quietMs: z.number().int().min(20).max(1_000).default(100),
      }),
    },
    'scanner-hidpos': {
      cables: ['hid'],
      commands: ['read'],
      settings: z.strictObject({
        /** How long the next part of a code that goes on may take. */
        quietMs: z.number().int().min(20).max(5_000).default(500),
      }),
    },
  },
  Printer: {
    'receipt-escpos': {
      cables: ['serial', 'tcp'],
      commands: ['print'],
      settings: z.strictObject({
        baudRate: baudRate(115200),
        /** Characters of half width in one line. 48 at 80 mm, 32 at 58 mm. */
        columns: z.number().int().min(24).max(64).default(48),
        proof: PrintProof.default('processId'),
        /** A bitmap font; without the file, signs that the printer doesn't have come out as 〓. */
        rareSigns: z.string().default(RARE_SIGNS_FILE),
        /** What a new roll holds, for the forecast; 80 when nothing is said. */
        rollMetres: z.number().int().min(5).max(1_000).optional(),
      }),
    },
    'a4-ipp': {
      cables: ['ipp'],
      commands: ['printDocument'],
      settings: z.strictObject({
        /** As for receipts. What is in no font is not printed at all. */
        rareSigns: z.string().optional(),
      }),
    },
  },
  CashAcceptor: {
    'notes-ccnet': { cables: ['serial'], commands: CASH, settings: z.strictObject({ baudRate: baudRate(9600) }) },
    'notes-id003': {
      cables: ['serial'],
      commands: CASH,
      settings: z.strictObject({
        baudRate: baudRate(9600),
        /** The maker's number of the country whose notes are taken, for a validator that knows several. */
        country: z.number().int().min(0).max(255).nullable().default(null),
      }),
    },
    'notes-ssp': {
      cables: ['serial'],
      commands: CASH,
      settings: z.strictObject({
        baudRate: baudRate(9600),
        /** Nothing but what the key is agreed with goes over the wire in the open. A validator that can't is refused. */
        encrypted: z.boolean().default(true),
        /** Where sixteen hexadecimal digits stand: the key that was set in the validator; without it, the maker's. */
        fixedKey: z
          .union([
            z.strictObject({ file: z.string().min(1) }),
            z.strictObject({ env: z.string().regex(/^[A-Z_][A-Z0-9_]*$/) }),
          ])
          .nullable()
          .default(null),
      }),
    },
    'coins-cctalk': {
      cables: ['serial'],
      commands: COINS,
      settings: z.strictObject({
        baudRate: baudRate(9600),
        address: z.number().int().min(2).max(255).default(2),
        checksum: z.enum(['simple', 'crc16']).default('simple'),
        /** What one unit in the acceptor's coin names is worth: CN100A is 1 yuan at 1, CN010A at 10. */
        coinUnitFen: z.union([z.literal(1), z.literal(10), z.literal(100)]).default(1),
      }),
    },
  },
  Lights: {
    'lights-modbus': {
      cables: ['serial'],
      line: 'modbus',
      commands: ['setLight', 'allOff'],
      settings: z.strictObject({
        ...ModbusLine,
        /** Where each light of this cabinet is: a coil that switches it, or a register that takes a rate. */
        lights: z
          .partialRecord(LightPosition, z.union([LightAtCoil, LightAtRegister]))
          .refine((lights) => Object.keys(lights).length > 0, { error: 'name at least one light' }),
      }),
    },
  },
  Camera: {
    /** Any camera the browser can open; found by a part of the name that the browser gives it. */
    'camera-uvc': { cables: ['uvc'], commands: [], settings: z.strictObject({}) },
  },
  Auxiliaries: {
    'ups-megatec': {
      cables: ['serial'],
      commands: [],
      settings: z.strictObject({
        baudRate: z.literal(SUPPLY_BAUD_RATES).default(2400),
        /** Volts as the supply tells them, at which the battery counts as empty and as full; without them nobody knows. */
        battery: z
          .strictObject({ emptyVolts: z.number().positive(), fullVolts: z.number().positive() })
          .refine(({ emptyVolts, fullVolts }) => emptyVolts < fullVolts, {
            error: 'fullVolts must be above emptyVolts',
          })
          .optional(),
      }),
    },
    'io-modbus': {
      cables: ['serial'],
      line: 'modbus',
      commands: [],
      settings: z
        .strictObject({ ...ModbusLine, door: ModbusPoint.optional(), presence: ModbusPoint.optional() })
        .refine(({ door, presence }) => door !== undefined || presence !== undefined, {
          error: 'name door, presence or both',
        }),
    },
  },
} as const satisfies { readonly [C in DeviceClass]: Readonly<Record<string, EntryOf<C>>> };

export type ModelOf<C extends DeviceClass> = keyof (typeof MODELS)[C] & string;
export type SettingsOf<C extends DeviceClass, M extends ModelOf<C>> = (typeof MODELS)[C][M] extends {
  settings: infer S extends z.ZodObject;
}
  ? Readonly<z.infer<S>>
  : never;

/** undefined for a model that this class doesn't have. */
export function modelEntry(deviceClass: DeviceClass, model: string): ModelEntry | undefined {
  const models: Readonly<Record<string, ModelEntry>> = MODELS[deviceClass];
  return Object.hasOwn(models, model) ? models[model] : undefined;
}

/** Does this model do this, of what its class can do? The three commands of every device always. */
export function modelHas(deviceClass: DeviceClass, model: string, command: string): boolean {
  if (command === 'status' || command === 'selfTest' || command === 'statistics') return true;
  return modelEntry(deviceClass, model)?.commands.includes(command) ?? false;
}

/** The speeds this model may be set to, slowest first; none where it has no such setting. */
export function baudRatesOf(
  deviceClass: DeviceClass,
  model: string,
  settings: Readonly<Record<string, unknown>>,
): readonly number[] {
  if (!('baudRate' in settings)) return [];
  const all = [...new Set<number>([...SUPPLY_BAUD_RATES, ...BAUD_RATES])].toSorted((a, b) => a - b);
  return all.filter(
    (baudRate) => modelEntry(deviceClass, model)?.settings.safeParse({ ...settings, baudRate }).success,
  );
}
