/** The readers for chip cards, as the PC/SC service names them: each is found by that name alone. */
import { openService } from '#drivers/transport/pcsc-service.ts';
import { withoutNumbers } from '#drivers/transport/slot-address.ts';
import type { FoundDevice } from './detect-devices.ts';

/** None where no service runs: most cabinets have no such reader. */
export async function detectPcsc(): Promise<readonly FoundDevice[]> {
  const service = await openService();
  if (!service.ok) return [];
  const names = [...service.value.readers.keys()];
  service.value.release();
  return names.map((name) => ({
    ...{ deviceClass: 'CardReader', model: 'chipcard-pcsc', place: { address: `pcsc:${lastingName(name, names)}` } },
    ...{ node: `pcsc:${name}`, baudRate: null, by: 'service' },
  }));
}

/** The service numbers readers in the order in which they came; a reader that is alone of its kind is found without. */
function lastingName(name: string, all: readonly string[]): string {
  const kind = withoutNumbers(name);
  return all.filter((other) => withoutNumbers(other) === kind).length === 1 ? kind : name;
}
