/** kiosk.yaml: one strict schema, parsed at the door. */
import { z } from 'zod';
import { DeviceClass } from './devices/classes.ts';
import { EnrolmentCode } from './hub-enrolment.ts';
import { DeviceId, StationId } from './ids.ts';

/** Models by class. A model is a folder in `drivers/`. */
export const MODELS = {
  CardReader: ['idcard-sdt'],
  Printer: ['receipt-escpos'],
} as const satisfies Record<DeviceClass, readonly string[]>;

export const BAUD_RATES = [9600, 19200, 38400, 57600, 115200] as const;

/**
 * How a receipt printer tells that a receipt is out: `processId` sends back a number (GS ( H), `status` at least answers in
 * its turn when everything before the question is done (GS r), `none` does neither.
 */
export const PrintProof = z.enum(['processId', 'status', 'none']);
export type PrintProof = z.infer<typeof PrintProof>;

/** Lets the checks below speak although other settings are wrong: a technician sees all mistakes at once. */
const NamedModel = z.object({ class: DeviceClass, model: z.string() });
const NamedDevice = z.object({ id: z.unknown(), path: z.unknown() });

export const DeviceConfig = z
  .strictObject({
    id: DeviceId,
    class: DeviceClass,
    model: z.string(),
    /** A serial device, best by its stable name below /dev/serial/by-id. */
    path: z.string().min(1),
    settings: z
      .strictObject({
        baudRate: z.union(BAUD_RATES.map((rate) => z.literal(rate))).default(115200),
        /** Receipt printers: characters of half width in one line. 48 at 80 mm, 32 at 58 mm. */
        columns: z.number().int().min(24).max(64).default(48),
        /** Receipt printers: what this model can do; `processId` when nothing is said. */
        proof: PrintProof.optional(),
      })
      .prefault({}),
  })
  .refine((device) => (MODELS[device.class] as readonly string[]).includes(device.model), {
    path: ['model'],
    when: ({ value }) => NamedModel.safeParse(value).success,
    error: (issue) => {
      const device = issue.input as { class: DeviceClass; model: string };
      return `${device.class} has no model "${device.model}"; known: ${MODELS[device.class].join(', ')}`;
    },
  });
export type DeviceConfig = Readonly<z.infer<typeof DeviceConfig>>;

const loopbackOrHttps = z
  .url({ protocol: /^https?$/ })
  .refine((text) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/|$)/.test(text), {
    error: 'must start with https:// (plain http:// only to this machine)',
  });

export const KioskConfig = z.strictObject({
  station: StationId,
  /** The kiosk's own folder: database, releases, trust root. Made if missing. */
  store: z.string().min(1),
  hub: z.strictObject({
    url: loopbackOrHttps,
    /** The one-time code from the hub's page of kiosks. Needed until the kiosk has enrolled; a new one enrols it anew. */
    enrolment: EnrolmentCode.optional(),
  }),
  shell: z.enum(['auto', 'electron', 'chromium']).default('auto'),
  /** The release key this kiosk trusts: a file with one TUF key object. Default `<store>/trust/root.json`. */
  trust: z.string().min(1).optional(),
  devices: z
    .array(DeviceConfig)
    .superRefine(
      (devices, context) => {
        const named = devices.map((device) => NamedDevice.safeParse(device).data);
        for (const field of ['id', 'path'] as const) {
          const seen = new Map<string, number>();
          for (const [index, device] of named.entries()) {
            const name = device?.[field];
            if (typeof name !== 'string') continue;
            const first = seen.get(name);
            if (first === undefined) seen.set(name, index);
            else
              context.addIssue({
                code: 'custom',
                path: [index, field],
                message: `the same ${field} "${name}" as device ${first + 1}`,
              });
          }
        }
      },
      { when: ({ value }) => Array.isArray(value) },
    )
    .default([]),
});
export type KioskConfig = Readonly<z.infer<typeof KioskConfig>>;
