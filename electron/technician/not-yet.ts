/** What the panel is answered until its parts are in place: nothing is open, and nothing is pretended. */
import type { ControlHandlers } from '#contract/control.ts';
import { technicianCalls } from '#contract/technician/calls.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import { ControlRefusal } from '../control/control-refusal.ts';

export type TechnicianHandlers = Pick<ControlHandlers, keyof typeof technicianCalls>;

const refuse = () => Promise.reject(new ControlRefusal('technician.notHere', REFUSALS['technician.notHere'].en));

export const NOT_YET = Object.fromEntries(
  Object.keys(technicianCalls).map((name) => [name, refuse]),
) as unknown as TechnicianHandlers;

export async function noPanel(): Promise<TechnicianReply> {
  const code = 'technician.noKey';
  return { kind: 'refused', code, message: REFUSALS[code].en, waitMs: null };
}
