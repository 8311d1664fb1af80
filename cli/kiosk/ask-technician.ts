/** Asks a kiosk what a technician asks: the running one, or, for what that can tell, the store of one that does not run. */
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { REFUSALS, RefusalCode } from '#contract/technician/refusals.table.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { askStore } from '#electron/technician/ask-store.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import { explainControl } from './explain-control.ts';

/** A self-test or a bundle takes its time. */
const LIMIT_MS = 90_000;

export async function askTechnician<N extends ControlName>(
  name: N,
  request: ControlRequest<N>,
  store: string,
  say: Say,
): Promise<Result<ControlReply<N>, CliFault>> {
  const asked = await callControl(name, request, { store, clock: systemClock, timeoutMs: LIMIT_MS });
  if (asked.ok) return asked;
  const { fault } = asked;
  if (fault.kind === 'absent') {
    const kept = await askStore(store)(name, request);
    return kept === null ? fail(notRunning(say)) : ok(kept);
  }
  const code = fault.kind === 'refused' ? RefusalCode.safeParse(fault.code).data : undefined;
  if (code === undefined) return fail(explainControl(fault, say));
  return fail({ code, message: say(REFUSALS[code]), hint: code, exitCode: 1 });
}

function notRunning(say: Say): CliFault {
  return {
    code: 'kiosk.notRunning',
    message: say(words('没有自助机在运行。', 'No kiosk runs on this store.')),
    hint: say(
      words('请先启动自助机（systemctl start yeban-kiosk）。', 'Start it first (systemctl start yeban-kiosk).'),
    ),
    exitCode: 1,
  };
}
