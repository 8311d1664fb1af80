/** Writes what one caller does into the audit: everything that moves something, and of looking at the panel that he looked. */
import { control } from '#contract/control.ts';
import type { AuditWho } from '#contract/technician/history.ts';
import type { Audit } from '../control/do-call.ts';
import type { AuditBook } from './audit-book.ts';

/**
 * One caller: a visit to the panel, or the socket. A panel that shows a status asks for it every second: each page is
 * written down once a visit. Through the socket every minute some watchdog looks, who may read the whole disk anyway:
 * that is in the log alone, once an hour, lest it pushes out what somebody did.
 */
export function noteDeeds(book: Pick<AuditBook, 'note'>, who: AuditWho): Audit {
  const looked = new Set<string>();
  return async (act, subject, result, code = undefined) => {
    if (isLook(act, subject)) {
      if (who.via === 'socket') return;
      const look = `${act} ${subject} ${result}`;
      if (looked.has(look)) return;
      looked.add(look);
    }
    await book.note({ who, act, subject, result, code: code ?? null });
  };
}

/** Leaves something behind although it only looks at the kiosk. */
const WRITES = 'bundle.write';

/** Commands that move nothing and need nobody; `yeban doctor` gives them. */
const LOOKS: ReadonlySet<string> = new Set(['selfTest', 'status', 'statistics']);

function isLook(act: string, subject: string | null): boolean {
  if (act === 'device.execute') return LOOKS.has(subject?.split(' ')[1] ?? '');
  const calls: Readonly<Record<string, { readonly scope: string }>> = control;
  return act !== WRITES && calls[act]?.scope === 'diagnose';
}
