/** What the store of a kiosk that does not run can still say to a technician; everything else is null. */
import type { ControlReply, ControlRequest } from '#contract/control.ts';
import { readAudit, verifyAudit } from './audit-book.ts';
import type { Ask } from './bundle-files.ts';
import { readHistory } from './history-book.ts';
import { readTotals } from './keep-totals.ts';
import { pageOf } from './line-book.ts';
import { technicianFolder } from './technician-keys.ts';

type Known = 'history.page' | 'audit.page' | 'audit.verify' | 'statistics.read';
type Readers = { readonly [N in Known]: (request: ControlRequest<N>) => Promise<ControlReply<N>> };

export function askStore(store: string): Ask {
  const folder = technicianFolder(store);
  const readers: Readers = {
    'history.page': async ({ device, ...asked }) => {
      const all = await readHistory(folder);
      const { page, next } = pageOf(device === null ? all : all.filter((event) => event.device === device), asked);
      return { events: page, next };
    },
    'audit.page': async (asked) => {
      const { page, next } = pageOf(await readAudit(folder), asked);
      return { entries: page, next };
    },
    'audit.verify': () => verifyAudit(folder),
    'statistics.read': async () => [...(await readTotals(folder))],
  };
  // A reader takes the request and gives the reply of its own name.
  const byName: Readonly<Record<string, ((request: never) => Promise<unknown>) | undefined>> = readers;
  return async <N extends Parameters<Ask>[0]>(name: N, request: ControlRequest<N>) =>
    ((await byName[name]?.(request as never)) ?? null) as ControlReply<N> | null;
}
