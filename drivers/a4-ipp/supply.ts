/** How much toner is left, in percent of the scarcest colour: as PWG 5100.13 has it, or as CUPS does. */
import type { Values } from './codec.ts';

/** Null: the printer doesn't say. */
export function tonerPercentOf(values: Values): number | null {
  const supplies = (values.get('printer-supply') ?? []).map((text) => levelOf(String(text)));
  const markers = values.get('marker-levels') ?? [];
  const types = values.get('marker-types') ?? [];
  const marked = markers.map((level, index) => (isInk(String(types[index] ?? '')) ? Number(level) : null));
  // Below zero is "unknown", "some" or "nobody looks".
  const known = [...supplies, ...marked].filter((level) => level !== null && level >= 0 && level <= 100);
  return known.length === 0 ? null : Math.round(Math.min(...known.map(Number)));
}

/** `type=toner;unit=percent;maxcapacity=100;level=80;…` */
function levelOf(supply: string): number | null {
  const of = (name: string): string | undefined => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(supply)?.[1];
  const level = Number(of('level') ?? -1);
  const most = Number(of('maxcapacity') ?? -1);
  return isInk(of('type') ?? '') && level >= 0 && most > 0 ? (level / most) * 100 : null;
}

/** Not the box for waste toner, not the drum. */
function isInk(type: string): boolean {
  return /^(toner|ink)(-?cartridge)?$/i.test(type);
}
