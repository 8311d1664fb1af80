/** Which points to read for door and presence, and what their values mean. */
import type { SettingsOf } from '#contract/devices/models.ts';
import type { Area } from '../modbus/codec.ts';
import type { Job } from '../modbus/jobs.ts';

type Settings = SettingsOf<'Auxiliaries', 'io-modbus'>;
type Read = Extract<Job, { kind: 'read' }>;

const WORDS = { door: ['closed', 'open'], presence: ['notPresent', 'present'] } as const;

/** One read for each kind of point, over all that are wanted of it: replies don't say which address they are of. */
export function readsOf({ door, presence }: Settings): readonly Read[] {
  const points = [door, presence].filter((point) => point !== undefined);
  return (['input', 'coil', 'register'] as const).flatMap((area): readonly Read[] => {
    const addresses = points.filter(({ read }) => read === area).map(({ address }) => address);
    if (addresses.length === 0) return [];
    const address = Math.min(...addresses);
    return [{ kind: 'read', area, address, count: Math.max(...addresses) - address + 1 }];
  });
}

export function valuesOf(
  settings: Settings,
  reads: readonly Read[],
  results: readonly (readonly number[])[],
): Readonly<Record<string, string>> {
  const valueAt = (area: Area, address: number): number => {
    const index = reads.findIndex((read) => read.area === area);
    const value = results[index]?.[address - (reads[index]?.address ?? 0)];
    if (value === undefined) throw new Error('every point was read');
    return value;
  };
  const named = (['door', 'presence'] as const).flatMap((name) => {
    const point = settings[name];
    if (point === undefined) return [];
    const on = valueAt(point.read, point.address) >= point.from !== point.inverted;
    return [[name, WORDS[name][on ? 1 : 0]] as const];
  });
  return Object.fromEntries(named);
}
