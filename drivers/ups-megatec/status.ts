/** A reading as the values on the supply's status board. */
import type { SettingsOf } from '#contract/devices/models.ts';
import type { Reading, UpsState } from './machine.ts';

export const VALUE_NAMES = [
  'mains',
  'battery',
  'batteryPercent',
  'batteryVolts',
  'load',
  'temperature',
  'ups',
  'model',
  'ratedVolts',
] as const;

export function valuesOf(
  { flags, batteryVolts, loadPercent, celsius }: Reading,
  { name, ratedVolts }: UpsState,
  { battery }: SettingsOf<'Auxiliaries', 'ups-megatec'>,
): Readonly<Record<(typeof VALUE_NAMES)[number], string>> {
  return {
    mains: flags.mainsFailed ? 'failed' : 'ok',
    battery: flags.batteryLow ? 'low' : 'ok',
    batteryPercent: battery === undefined ? 'unknown' : String(percentOf(batteryVolts, battery)),
    batteryVolts: String(batteryVolts),
    load: String(loadPercent),
    temperature: celsius === null ? 'unknown' : String(celsius),
    ups: flags.failed ? 'failed' : flags.shuttingDown ? 'shuttingDown' : flags.bypassed ? 'bypassed' : 'ok',
    model: name ?? 'unknown',
    ratedVolts: typeof ratedVolts === 'number' ? String(ratedVolts) : 'unknown',
  };
}

/** A straight line between the two voltages: rough, but it moves the right way. */
function percentOf(
  volts: number,
  { emptyVolts, fullVolts }: { readonly emptyVolts: number; readonly fullVolts: number },
) {
  const share = (volts - emptyVolts) / (fullVolts - emptyVolts);
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
