/** Which settings a schema knows at a place; read from the schema, so that it can't fall behind. */
import { z } from 'zod';
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
