/** Writes what one caller does into the audit: everything that moves something, and of mere looking only that he looked. */
import { control } from '#contract/control.ts';
import type { Clock } from '#contract/clock.ts';
import type { AuditWho } from '#contract/technician/history.ts';
import type { Audit } from '../control/do-call.ts';
import type { AuditBook } from './audit-book.ts';

/** A panel that shows a status asks for it every second: such a look is written down this often. */
const LOOK_AGAIN_MS = 10 * 60_000;

export function noteDeeds(book: AuditBook, who: AuditWho, clock: Clock): Audit {
  const looked = new Map<string, number>();
  return async (act, subject, result, code = undefined) => {
    if (result === 'done' && isLook(act)) {
      const look = `${act} ${subject}`;
      const before = looked.get(look);
      if (before !== undefined && clock.monotonic() - before < LOOK_AGAIN_MS) return;
      looked.set(look, clock.monotonic());
    }
    await book.note({ who, act, subject, result, code: code ?? null });
  };
}

/** Leaves something behind although it only looks at the kiosk. */
const WRITES = 'bundle.write';

function isLook(act: string): boolean {
  const calls: Readonly<Record<string, { readonly scope: string }>> = control;
  return act !== WRITES && calls[act]?.scope === 'diagnose';
}
