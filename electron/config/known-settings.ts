/** Which settings a schema knows at a place; read from the schema, so that it can't fall behind. */
import { z } from 'zod';
import { DeviceClass } from '#contract/devices/classes.ts';
import { modelEntry } from '#contract/devices/models.ts';
import type { SettingPath } from './yaml-source.ts';

/** Empty where the schema has no settings by name. */
export function knownSettings(schema: z.core.$ZodType, path: SettingPath): readonly string[] {
  let place: z.core.$ZodType | undefined = unwrap(schema);
  for (const step of path) {
    if (place instanceof z.ZodObject) place = (place.shape as Record<string, z.core.$ZodType>)[String(step)];
    else if (place instanceof z.ZodArray) place = place.element;
    else return [];
    if (place === undefined) return [];
    place = unwrap(place);
  }
  return place instanceof z.ZodObject ? Object.keys(place.shape) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

const Devices = z.object({ devices: z.array(z.unknown()) });
const NamedModel = z.object({ class: DeviceClass, model: z.string() });

/** At `devices[n].settings`: what this device's model reads. Empty anywhere else. */
export function settingsOfModel(data: unknown, path: SettingPath): readonly string[] {
  const [devices, index, settings, ...deeper] = path;
  if (devices !== 'devices' || typeof index !== 'number' || settings !== 'settings' || deeper.length > 0) return [];
  const device = NamedModel.safeParse(Devices.safeParse(data).data?.devices[index]).data;
  const entry = device && modelEntry(device.class, device.model);
  return entry ? Object.keys(entry.settings.shape) : [];
}
