/** What of a kiosk can be had, as a test says; everything at first. */
import type { Availability, Lack, Need } from '#contract/devices/availability.ts';
import type { FaultCode } from '#contract/faults.table.ts';

export interface ScriptedAvailability extends Availability {
  lose(need: Need, fault: FaultCode): void;
  regain(need: Need): void;
}

export function scriptedAvailability(): ScriptedAvailability {
  const lacks = new Map<Need, Lack>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listen of listeners) listen();
  };
  return {
    lack: (need) => lacks.get(need) ?? null,
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    lose: (need, fault) => {
      lacks.set(need, { fault, reference: `${need}/test` });
      tell();
    },
    regain: (need) => {
      lacks.delete(need);
      tell();
    },
  };
}
