/** The typed client of the panel's one bridge function: what is asked of main, and the words when main refuses. */
import { control, type ControlName, type ControlReply, type ControlRequest } from '#contract/control.ts';
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { LocalText } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import type { Kiosk } from '../bridge/kiosk.ts';

export interface Refusal {
  readonly words: LocalText;
  /** Said small beside the words, for the telephone. */
  readonly code: string;
  /** How long nothing will be taken; null where waiting is not the answer. */
  readonly waitMs: number | null;
}

export interface Desk {
  /** One call of the control socket; rejects only when main can't be reached. */
  call<N extends ControlName>(name: N, request: ControlRequest<N>): Promise<Result<ControlReply<N>, Refusal>>;
}

/** `locked` is told when main says that the panel is not unlocked any more. */
export function deskOf(kiosk: Pick<Kiosk, 'technician'>, locked: () => void): Desk {
  return {
    call: async (name, request) => {
      const reply = await kiosk.technician({ kind: 'call', name, request });
      // The compiler can't follow the name through the table.
      if (reply.kind === 'reply') return ok(control[name].reply.parse(reply.reply) as ControlReply<typeof name>);
      const refusal = refusalOf(reply);
      if (refusal.code === 'technician.locked') locked();
      return fail(refusal);
    },
  };
}

export function refusalOf(reply: TechnicianReply): Refusal {
  if (reply.kind !== 'refused') {
    return { words: REFUSALS['technician.locked'], code: 'technician.locked', waitMs: null };
  }
  return { words: wordsOf(reply.code, reply.message), code: reply.code, waitMs: reply.waitMs };
}

function wordsOf(code: string, message: string): LocalText {
  const refusal = Object.entries(REFUSALS).find(([name]) => name === code)?.[1];
  if (refusal !== undefined) return refusal;
  const fault = Object.hasOwn(FAULTS, code) ? FAULTS[code as FaultCode].technician : undefined;
  return fault ?? { 'zh-CN': message, en: message };
}
