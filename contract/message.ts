/** How what comes over the network is read: a newer sender may say more, and is understood as far as it goes (ADR 19). */
import { z } from 'zod';

/** Schemas that are read to the letter inside messages too: one word more could change what the others mean. */
export const toTheLetter = z.registry<{ readonly why: string }>();

/** Lists of which what can't be read is left out; whoever reads them looks what `unread` finds, and says so. */
export const readAsFarAsItGoes = z.registry<{ readonly why: string }>();

const derived = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/**
 * The schema for whoever reads: the same, with unknown fields left out at every depth. Whoever writes keeps the strict one.
 * What the sender lacks, or says in words that are not known, is refused as before: see `orOther`.
 */
export function reading<S extends z.ZodType>(schema: S): S {
  return derive(schema) as S;
}

/** One of the words this side knows, or `other` for a word that came into use later. */
export function orOther<T extends Readonly<Record<string, string>>>(words: z.ZodEnum<T>) {
  return z.union([words, z.string().transform(() => 'other' as const)]);
}

/** Where something came that is not in what was read of it, such as `answers.3.proof`: names and places, no values. */
export function unread(came: unknown, read: unknown, at: string = ''): readonly string[] {
  if (typeof came !== 'object' || came === null) return [];
  if (typeof read !== 'object' || read === null) return [at];
  const shorter = Array.isArray(came) && Array.isArray(read) && came.length !== read.length;
  if (shorter) return [at];
  return Object.entries(came).flatMap(([name, value]: [string, unknown]) => {
    const place = at === '' ? name : `${at}.${name}`;
    return Object.hasOwn(read, name)
      ? unread(value, (read as Readonly<Record<string, unknown>>)[name], place)
      : [place];
  });
}

function derive(schema: z.core.$ZodType): z.core.$ZodType {
  const known = derived.get(schema);
  if (known !== undefined) return known;
  const made = toTheLetter.has(schema) ? schema : deriveAnew(schema as z.core.$ZodTypes);
  derived.set(schema, made);
  return made;
}

function deriveAnew(schema: z.core.$ZodTypes): z.core.$ZodType {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, derive(field)]));
      const refusesMore = def.catchall?._zod.def.type === 'never';
      return changed(schema, { shape, ...(refusesMore && { catchall: undefined }) });
    }
    case 'array': {
      const element = derive(def.element);
      const list = changed(schema, { element });
      return readAsFarAsItGoes.has(schema)
        ? z.pipe(knownOf(element), list as z.core.$ZodType<unknown, unknown[]>)
        : list;
    }
    case 'union': {
      const options = def.options.map(derive);
      // Where objects differ in their fields only, the one that fits to the letter comes first.
      return changed(schema, { options: 'discriminator' in def ? options : [...def.options, ...options] });
    }
    case 'tuple':
      return changed(schema, { items: def.items.map(derive) });
    case 'record':
      return changed(schema, { valueType: derive(def.valueType) });
    case 'pipe':
      return changed(schema, { in: derive(def.in), out: derive(def.out) });
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return changed(schema, { innerType: derive(def.innerType) });
    default:
      return schema;
  }
}

/** The same schema with its checks, made of other parts. */
function changed(schema: z.core.$ZodType, parts: object): z.core.$ZodType {
  return z.core.clone(schema, { ...schema._zod.def, ...parts });
}

function knownOf(element: z.core.$ZodType) {
  return z.array(z.unknown()).transform((items) => items.filter((item) => z.safeParse(element, item).success));
}
