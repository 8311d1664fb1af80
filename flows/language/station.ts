/** A station profile: what one machine is, where it stands, when it is open and what it offers. */
import { z } from 'zod';
import { DeviceClass } from '#contract/devices/classes.ts';
import { ServiceId, StationId } from '#contract/ids.ts';
import { Language, LocalText } from '#contract/language.ts';
import { MachineProfile } from '#contract/screen/machine-profile.ts';
import { finds } from '../findings/own-issue.ts';

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 08:30');
export const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

export const Opening = z.strictObject({ days: z.array(Weekday).min(1), from: timeOfDay, to: timeOfDay });

/** Where the kiosks are: known without asking, because the first question about a time zone costs a start 15 ms. */
const HOME = 'Asia/Shanghai';

function isTimeZone(name: string): boolean {
  if (name === HOME) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

export const Station = z.strictObject({
  id: StationId,
  level: z.enum(['centre', 'town', 'village', 'microCentre', 'partnerSite']),
  name: LocalText,
  address: LocalText,
  /** Degrees, WGS 84; for the way from one place to another. */
  position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  /** How one finds it, for example behind which gate. */
  directions: LocalText,
  phone: z.string().min(3).max(30),
  /** IANA name; the station's calendar day and clock time follow it. */
  timeZone: z.string().refine(isTimeZone, finds('form.timeZone')),
  machine: MachineProfile,
  devices: z.array(z.union([DeviceClass, z.literal('A4Printer')])),
  /** When citizens can walk in. */
  openings: z.array(Opening).min(1).max(30),
  /** Services offered here, in the order shown. */
  services: z.array(ServiceId).min(1).max(2000),
  languages: z.array(Language).min(1).max(10),
  /** Who answers the telephone, and when. */
  helpPhones: z
    .array(z.strictObject({ hours: LocalText, phone: z.string().min(3).max(30) }))
    .min(1)
    .max(5),
});
export type Station = Readonly<z.infer<typeof Station>>;
