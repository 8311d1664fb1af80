/** What a service needs of its machine, read from its steps: nobody writes it down a second time. */
import type { Need } from '#contract/devices/availability.ts';
import { makesCase, type Service } from './service.ts';
import type { FaultEdge } from './fault-edges.ts';
import type { Step } from './step.ts';

export interface Needs {
  /** Without one of these the service can't be done. */
  readonly required: readonly Need[];
  /** The service is done without these too; the citizen goes without something, for example a receipt. */
  readonly helpful: readonly Need[];
}

export function needsOf(service: Service): Needs {
  const needs = service.steps.flatMap((step) => needOf(step) ?? []);
  // Every step of every service is kept; a case carries the day, and its rules count from it.
  const always: readonly Need[] = makesCase(service) ? ['Room', 'Day'] : ['Room'];
  const required = [...new Set([...always, ...needs.filter(({ required }) => required).map(({ need }) => need)])];
  const helpful = new Set(needs.map(({ need }) => need).filter((need) => !required.includes(need)));
  return { required, helpful: [...helpful] };
}

/** With these edges a device that isn't there stops nobody. */
const GOES_ON: ReadonlySet<FaultEdge | undefined> = new Set(['go-on', 'another-way', 'skip-with-deferral']);

/** A device step that names a way on without its device can be done without it. */
function needOf(step: Step): { readonly need: Need; readonly required: boolean } | null {
  switch (step.kind) {
    case 'identify':
    case 'print':
    case 'receipt':
    case 'scan':
      return { need: step.device, required: step.when === undefined && !GOES_ON.has(step.faults['device.missing']) };
    case 'lookup':
      return { need: 'Line', required: step.when === undefined };
    default:
      return null;
  }
}
