/** What to write for a light: a coil that blinks by our hand, or a register of a board that blinks by itself. */
import type { LightPosition, LightState } from '#contract/devices/lights.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import type { Job } from '../modbus/jobs.ts';

export type Lights = SettingsOf<'Lights', 'lights-modbus'>['lights'];
export type Rate = LightState['flashRate'];
/** What each light was told last. */
export type Lit = Readonly<Partial<Record<LightPosition, Rate>>>;
type Write = Extract<Job, { kind: 'write' }>;

/** The shortest half of a blink; quick is two a second. */
export const BEAT_MS = 250;
const BEATS = { slow: 4, medium: 2, quick: 1 } as const;

export function isBlinking(lights: Lights, lit: Lit): boolean {
  return blinking(lights, lit).length > 0;
}

/** Is a lamp that blinks at this rate on at this beat? */
export function isOn(rate: Rate, beat: number): boolean {
  if (rate === 'off' || rate === 'continuous') return rate === 'continuous';
  return Math.floor(beat / BEATS[rate]) % 2 === 0;
}

/** null: this cabinet has no such light. */
export function toSet(lights: Lights, position: LightPosition, rate: Rate): Write | null {
  const place = lights[position];
  if (place === undefined) return null;
  return 'coil' in place
    ? { kind: 'write', area: 'coil', address: place.coil, values: [isOn(rate, 0) ? 1 : 0], proven: true }
    : { kind: 'write', area: 'register', address: place.register, values: [place.rates[rate]], proven: true };
}

/** Neighbours in one write. */
export function toDarken(lights: Lights): readonly Write[] {
  const places = Object.values(lights);
  const off = (area: Write['area'], address: number, value: number) => ({ area, address, value });
  const points = places.map((place) =>
    'coil' in place ? off('coil', place.coil, 0) : off('register', place.register, place.rates.off),
  );
  return (['coil', 'register'] as const).flatMap((area) => runsOf(area, points));
}

/** The coils that change at this beat; not read back, because the next beat comes anyway. */
export function toBlink(lights: Lights, lit: Lit, beat: number): readonly Write[] {
  return blinking(lights, lit).flatMap(({ coil, rate }): readonly Write[] => {
    const on = isOn(rate, beat);
    if (on === isOn(rate, beat - 1)) return [];
    return [{ kind: 'write', area: 'coil', address: coil, values: [on ? 1 : 0], proven: false }];
  });
}

/** Reads one point: that it answers is all a self-test can know of lamps. */
export function toTest(lights: Lights): readonly Job[] {
  const [place] = Object.values(lights);
  if (place === undefined) throw new Error('a light board has a light');
  return [
    'coil' in place
      ? { kind: 'read', area: 'coil', address: place.coil, count: 1 }
      : { kind: 'read', area: 'register', address: place.register, count: 1 },
  ];
}

function blinking(lights: Lights, lit: Lit): readonly { readonly coil: number; readonly rate: Rate }[] {
  return (Object.keys(lit) as LightPosition[]).flatMap((position) => {
    const place = lights[position];
    const rate = lit[position] ?? 'off';
    return place !== undefined && 'coil' in place && rate in BEATS ? [{ coil: place.coil, rate }] : [];
  });
}

function runsOf(
  area: Write['area'],
  points: readonly { readonly area: Write['area']; readonly address: number; readonly value: number }[],
): readonly Write[] {
  const runs: { address: number; values: number[] }[] = [];
  const mine = points.filter((point) => point.area === area).toSorted((a, b) => a.address - b.address);
  for (const { address, value } of mine) {
    const run = runs.at(-1);
    const end = run ? run.address + run.values.length : -1;
    if (run && address === end) run.values.push(value);
    else if (address !== end - 1) runs.push({ address, values: [value] });
  }
  return runs.map(({ address, values }) => ({ kind: 'write', area, address, values, proven: true }));
}
