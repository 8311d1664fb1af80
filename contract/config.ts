/** kiosk.yaml: one strict schema, parsed at the door. */
import { z } from 'zod';
import { DeviceClass } from './devices/classes.ts';
import { MODELS, modelEntry, type Cable } from './devices/models.ts';
export { BAUD_RATES } from './devices/models.ts';
import { CabinetSpot } from './technician/cabinet.ts';
import { EnrolmentCode } from './hub-enrolment.ts';
import { DeviceId, StationId } from './ids.ts';
import type { LocalText } from './language.ts';
import { SafeAddress } from './safe-address.ts';

/** Lets the checks below speak although other settings are wrong: a technician sees all mistakes at once. */
const NamedModel = z.object({ class: DeviceClass, model: z.string() });
const NamedDevice = z.object({
  id: z.unknown().optional(),
  path: z.unknown().optional(),
  address: z.unknown().optional(),
  usb: z
    .object({ vendorId: z.string(), productId: z.string(), serialNumber: z.string().optional() })
    .transform((usb) => placeText({ usb }))
    .optional()
    .catch(undefined),
});

const UsbId = z.string().regex(/^[0-9a-f]{4}$/, { error: 'four digits 0-9 a-f, in quotes' });

const DeviceEntry = z.strictObject({
  id: DeviceId,
  class: DeviceClass,
  model: z.string(),
  /** A serial device, best by its stable name below /dev/serial/by-id, or a /dev/hidraw device. */
  path: z.string().min(1).optional(),
  /** A USB device by its identity: found wherever it is plugged in. */
  usb: z.strictObject({ vendorId: UsbId, productId: UsbId, serialNumber: z.string().min(1).optional() }).optional(),
  /** `tcp://host:port`, `ipp://host:port/path`, `pcsc:name of the reader`, `uvc:part of the camera's name`. */
  address: z
    .string()
    .regex(/^(tcp:\/\/|ipps?:\/\/|pcsc:|uvc:)./, { error: 'tcp://…, ipp://…, pcsc:… or uvc:…' })
    .optional(),
  settings: z.looseObject({}).prefault({}),
  /** Where it sits on the cabinet's front, in percent, for the technician's picture. Without it, where most have it. */
  spot: CabinetSpot.optional(),
});

/** Which of the three names of a place a cable is found by. */
const PLACES = {
  serial: ['path'],
  hid: ['path', 'usb'],
  tcp: ['address'],
  ipp: ['address'],
  pcsc: ['address'],
  uvc: ['address'],
} as const;
type Place = (typeof PLACES)[Cable][number];
/** How an address begins, by cable. */
const SCHEMES: Readonly<Partial<Record<Cable, string>>> = { tcp: 'tcp://', ipp: 'ipp://', pcsc: 'pcsc:', uvc: 'uvc:' };
const ALL_PLACES = ['path', 'usb', 'address'] as const satisfies readonly Place[];

export const DeviceConfig = DeviceEntry.superRefine(
  (device, context) => {
    const { class: deviceClass, model } = device;
    const entry = modelEntry(deviceClass, model);
    if (entry === undefined) {
      const known = Object.keys(MODELS[deviceClass]).join(', ');
      context.addIssue({
        code: 'custom',
        path: ['model'],
        message: `${deviceClass} has no model "${model}"; known: ${known}`,
        params: { zh: `${deviceClass} 没有型号“${model}”；已有：${known}` },
      });
      return;
    }
    const settings = entry.settings.safeParse(device.settings ?? {});
    // The object is the parser's own, so the defaults may be filled in here; a transform would hide a device's other mistakes.
    if (settings.success) device.settings = settings.data;
    for (const issue of settings.error?.issues ?? [])
      context.addIssue({ ...issue, path: ['settings', ...issue.path] } as never);
    const places = new Set<string>(entry.cables.flatMap((cable) => PLACES[cable]));
    const given = ALL_PLACES.filter((place) => device[place] !== undefined);
    const wanted = [...places].join(' or ');
    if (given.length !== 1 || !places.has(given[0] as string))
      context.addIssue({
        code: 'custom',
        path: [],
        message: `${model} is found by ${wanted}: give ${places.size > 1 ? 'exactly one of them' : 'that alone'}`,
        params: {
          zh: `${model} 靠 ${[...places].join(' 或 ')} 找到：${places.size > 1 ? '只写其中一个' : '只写这一个'}`,
        },
      });
    const schemes = entry.cables.flatMap((cable) => SCHEMES[cable] ?? []);
    const { address } = device;
    if (address !== undefined && places.has('address') && !schemes.some((scheme) => address.startsWith(scheme)))
      context.addIssue({
        code: 'custom',
        path: ['address'],
        message: `${model} has an address like ${schemes.join('… or ')}…`,
        params: { zh: `${model} 的地址以 ${schemes.join(' 或 ')} 开头` },
      });
  },
  { when: ({ value }) => NamedModel.safeParse(value).success },
);
export type DeviceConfig = Readonly<z.infer<typeof DeviceConfig>>;

/** Where the device is found, in one line for people. */
export function placeText({ path, usb, address }: Pick<DeviceConfig, 'path' | 'usb' | 'address'>): string {
  return path ?? address ?? `usb ${usb?.vendorId}:${usb?.productId} ${usb?.serialNumber ?? ''}`.trimEnd();
}

/** Devices that speak in turn on one line, as Modbus units on RS-485 do: they have the same path. */
function shareALine(one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((device) => {
    const named = NamedModel.safeParse(device).data;
    return named && modelEntry(named.class, named.model)?.line;
  });
  return first !== undefined && first === second;
}

const OnLine = z.object({
  path: z.string(),
  settings: z.object({ unit: z.number(), baudRate: z.number(), parity: z.string() }),
});

/** What keeps a device from sharing its line with those before it; null when nothing does, or its settings are wrong anyway. */
function troubleOnLine(before: readonly unknown[], device: unknown): LocalText | null {
  const mine = OnLine.safeParse(device).data;
  for (const [index, each] of before.entries()) {
    const theirs = OnLine.safeParse(each).data;
    if (mine === undefined || theirs?.path !== mine.path) continue;
    const { unit, baudRate, parity } = theirs.settings;
    const first = index + 1;
    if (unit === mine.settings.unit)
      return {
        'zh-CN': `和第 ${first} 个设备在同一条线上，单元号也是 ${unit}`,
        en: `the same unit ${unit} as device ${first} on the same line`,
      };
    if (baudRate !== mine.settings.baudRate || parity !== mine.settings.parity)
      return {
        'zh-CN': `第 ${first} 个设备在这条线上用 ${baudRate} 波特、校验 ${parity}：一条线只有一种速率`,
        en: `device ${first} runs this line at ${baudRate} baud, parity ${parity}: a line has one speed`,
      };
  }
  return null;
}

export const KioskConfig = z.strictObject({
  station: StationId,
  /** The kiosk's own folder: database, releases, trust root. Made if missing. */
  store: z.string().min(1),
  hub: z.strictObject({
    url: SafeAddress,
    /** The one-time code from the hub's page of kiosks. Needed until the kiosk has enrolled; a new one enrols it anew. */
    enrolment: EnrolmentCode.optional(),
  }),
  shell: z.enum(['auto', 'electron', 'chromium']).default('auto'),
  /** The release key this kiosk trusts: a file with one TUF key object. Default `<store>/trust/root.json`. */
  trust: z.string().min(1).optional(),
  technician: z
    .strictObject({
      /** The panel locks itself after so long without a touch. */
      idleMinutes: z.number().min(1).max(60).default(5),
      /** Folders besides USB drives that a log bundle may be written to, for example a share of the hall. */
      bundleFolders: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  devices: z
    .array(DeviceConfig)
    .superRefine(
      (devices, context) => {
        const named = devices.map((device) => NamedDevice.safeParse(device).data);
        for (const field of ['id', 'path', 'address', 'usb'] as const) {
          const seen = new Map<string, number>();
          for (const [index, device] of named.entries()) {
            const name = device?.[field];
            if (typeof name !== 'string') continue;
            const first = seen.get(name);
            if (first === undefined) seen.set(name, index);
            else if (field === 'path' && shareALine(devices[first], devices[index])) {
              const trouble = troubleOnLine(devices.slice(0, index), devices[index]);
              const path = [index, 'settings'];
              if (trouble)
                context.addIssue({ code: 'custom', path, message: trouble.en, params: { zh: trouble['zh-CN'] } });
            } else
              context.addIssue({
                code: 'custom',
                path: [index, field],
                message: `the same ${field} "${name}" as device ${first + 1}`,
                params: { zh: `和第 ${first + 1} 个设备的 ${field} 一样：“${name}”` },
              });
          }
        }
      },
      { when: ({ value }) => Array.isArray(value) },
    )
    .default([]),
});
export type KioskConfig = Readonly<z.infer<typeof KioskConfig>>;
