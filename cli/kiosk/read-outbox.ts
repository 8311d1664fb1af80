/** Reads the outbox of a kiosk: asks it when it runs, looks into its store when it doesn't. */
import type { ChainReport, OutboxPlace, OutboxReport } from '#contract/control.ts';
import type { LocalText } from '#contract/language.ts';
import type { RecordEnvelope } from '#contract/record.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { callControl, type ControlFault } from '#electron/control/call-control.ts';
import { lookIntoStore, type StoreLook, type StoreTrouble } from '#electron/control/look-into-store.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import { explainControl } from './explain-control.ts';

type Read<T> = Promise<Result<T, CliFault>>;

export interface OutboxReader {
  report(): Read<OutboxReport>;
  verify(): Read<ChainReport>;
  /** Sealed rows the hub does not have, in order. */
  page(
    after: OutboxPlace | null,
  ): Read<{ readonly rows: readonly RecordEnvelope[]; readonly next: OutboxPlace | null }>;
}

/** Hashing every row of some months takes its time. */
const VERIFY_LIMIT_MS = 120_000;

export async function readOutbox(store: string, say: Say): Read<OutboxReader> {
  const kiosk = { store, clock: systemClock };
  const first = await callControl('outbox.report', null, kiosk);
  if (!first.ok && first.fault.kind !== 'absent') return fail(explainControl(first.fault, say));
  return ok(first.ok ? askKiosk(kiosk, say) : lookHere(store, say));
}

function askKiosk(kiosk: Parameters<typeof callControl>[2], say: Say): OutboxReader {
  const worded = <T>(answer: Result<T, ControlFault>): Result<T, CliFault> =>
    answer.ok ? answer : fail(explainControl(answer.fault, say));
  return {
    report: async () => worded(await callControl('outbox.report', null, kiosk)),
    verify: async () => worded(await callControl('outbox.verify', null, { ...kiosk, timeoutMs: VERIFY_LIMIT_MS })),
    page: async (after) => worded(await callControl('outbox.page', { after }, kiosk)),
  };
}

function lookHere(store: string, say: Say): OutboxReader {
  const look = async <T>(use: (look: StoreLook) => T): Read<T> => {
    const seen = lookIntoStore(store, use);
    if (seen.ok) return seen;
    const { message, hint } = explainStore(seen.fault);
    return fail({ code: `store.${seen.fault.kind}`, message: say(message), hint: say(hint), exitCode: 1 });
  };
  return {
    report: () => look((store) => store.report(systemClock.now())),
    verify: () => look((store) => store.verify()),
    page: (after) => look((store) => store.page(after)),
  };
}

export function explainStore({ kind, detail }: StoreTrouble): { message: LocalText; hint: LocalText } {
  switch (kind) {
    case 'absent':
      return {
        message: words(`还没有数据库（${detail}）。`, `There is no database yet (${detail}).`),
        hint: words(
          '自助机第一次启动时会建立；若运行过，请核对 kiosk.yaml 的 store。',
          'The kiosk makes it at its first start; if it ran before, look at store in kiosk.yaml.',
        ),
      };
    case 'taken':
      return {
        message: words(
          '另一个进程正在使用数据库，但没有自助机应答。',
          'A process has the database open, but no kiosk answers for it.',
        ),
        hint: words(
          '若自助机正在启动，请稍等再试；否则重启自助机。',
          'If the kiosk is just starting, wait a moment; else restart it.',
        ),
      };
    case 'forbidden':
      return {
        message: words(`当前用户无权读取数据库（${detail}）。`, `This user may not read the database (${detail}).`),
        hint: words(
          '请用自助机自己的用户（sudo -u kiosk …）或 root 运行。',
          'Run it as the kiosk’s own user (sudo -u kiosk …) or as root.',
        ),
      };
    case 'damaged':
      return {
        message: words(`数据库已损坏（${detail}）。`, `The database is damaged (${detail}).`),
        hint: words(
          '不要删除任何文件：启动自助机，它会把坏文件移到 data/aside、救出能读的记录并开始新的队列代；然后检查磁盘。',
          'Delete nothing: start the kiosk, which moves the file to data/aside, saves what can be read and begins a new epoch; then have the disk checked.',
        ),
      };
  }
}
