/** What goes into a log bundle: everything that helps to mend a kiosk, and nothing of a citizen, no secret, no name. */
import { createHash } from 'node:crypto';
import type { KioskConfig } from '#contract/config.ts';
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import type { LocalText } from '#contract/language.ts';
import type { AuditEntry, HistoryEvent } from '#contract/technician/history.ts';
import { blotNumbers } from './blot-numbers.ts';

/** Asks the kiosk, or its store when no kiosk runs; null for what can't be had now. */
export type Ask = <N extends ControlName>(name: N, request: ControlRequest<N>) => Promise<ControlReply<N> | null>;

export interface BundleNeeds {
  readonly ask: Ask;
  readonly config: KioskConfig;
  /** What `yeban doctor --json` says; null where nobody can say it. */
  readonly doctor: () => Promise<unknown>;
  /** Lines of the log, oldest first. */
  readonly log: () => Promise<readonly string[]>;
}

export interface BundleFile {
  readonly name: string;
  readonly text: string;
  /** Why nothing is in it, where somebody would look for something. */
  readonly remark?: LocalText;
}

const PAGE = 200;
/** A trace that waits for nothing. */
const ALL_THAT_IS_KNOWN = { after: null, waitMs: 0 } as const;

export async function bundleFiles({ ask, config, doctor, log }: BundleNeeds): Promise<BundleFile[]> {
  const files = [
    json('doctor.json', await doctor()),
    json('kiosk.json', {
      report: await ask('kiosk.report', null),
      machine: await ask('machine.report', null),
      outbox: await ask('outbox.report', null),
    }),
    json('devices.json', await ask('cabinet.view', null)),
    json('statistics.json', await ask('statistics.read', null)),
    json('supplies.json', await ask('supplies.read', null)),
    json('config.json', withoutSecrets(config)),
    lines('history.jsonl', (await wholeHistory(ask)).map(withoutName)),
    lines('audit.jsonl', (await wholeAudit(ask)).map(auditWithoutName)),
    json('audit-verify.json', await ask('audit.verify', null)),
    logFile(await log()),
    { name: 'README.txt', text: README },
  ];
  for (const { id } of config.devices) {
    const trace = await ask('device.trace', { device: id, asked: ALL_THAT_IS_KNOWN });
    if (trace !== null && trace.lines.length > 0) files.push(lines(`trace-${id}.jsonl`, trace.lines));
  }
  return files.map((file) => ({ ...file, text: blotNumbers(file.text) }));
}

async function wholeHistory(ask: Ask): Promise<HistoryEvent[]> {
  return oldestFirst(async (before) => {
    const page = await ask('history.page', { before, limit: PAGE, device: null });
    return page && { entries: page.events, next: page.next };
  });
}

async function wholeAudit(ask: Ask): Promise<AuditEntry[]> {
  return oldestFirst((before) => ask('audit.page', { before, limit: PAGE }));
}

interface Page<E> {
  readonly entries: readonly E[];
  readonly next: number | null;
}

/** Of a book that is read from its end: page by page, as far as it can be had. */
async function oldestFirst<E>(pageBefore: (before: number | null) => Promise<Page<E> | null>): Promise<E[]> {
  const all: E[] = [];
  for (let before: number | null = null; ;) {
    const page: Page<E> | null = await pageBefore(before);
    all.push(...(page?.entries ?? []));
    if (page === null || page.next === null) return all.toReversed();
    before = page.next;
  }
}

function withoutSecrets({ hub, ...rest }: KioskConfig): unknown {
  return { ...rest, hub: { url: hub.url, enrolment: hub.enrolment === undefined ? 'none' : 'removed' } };
}

/** Whoever did one thing did another: the same name is the same letters, and nobody reads who. */
function pseudonym(name: string): string {
  return name === '' ? '' : `key-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}

function withoutName(event: HistoryEvent): HistoryEvent {
  return event.who === null ? event : { ...event, who: pseudonym(event.who) };
}

function auditWithoutName(entry: AuditEntry): AuditEntry {
  const who = { ...entry.who, name: pseudonym(entry.who.name) };
  // Of a key that came or went the subject is its name, and for a new one its role.
  const subject = entry.act.startsWith('key.') ? entry.subject?.replace(/^\S+/, pseudonym) : entry.subject;
  return { ...entry, who, subject: subject ?? null };
}

function logFile(kept: readonly string[]): BundleFile {
  const file = { name: 'log.jsonl', text: kept.map((line) => `${line}\n`).join('') };
  return kept.length > 0 ? file : { ...file, remark: NO_LOG };
}

function json(name: string, value: unknown): BundleFile {
  return { name, text: `${JSON.stringify(value ?? null, null, 2)}\n` };
}

function lines(name: string, values: readonly unknown[]): BundleFile {
  return { name, text: values.map((value) => `${JSON.stringify(value)}\n`).join('') };
}

const NO_LOG: LocalText = {
  'zh-CN': '没有日志：自助机没有作为服务 yeban-kiosk 运行，或这个用户无权查看。面板上的“导出日志”会带上日志。',
  en: 'No log: the kiosk does not run as the service yeban-kiosk, or this user may not read its log. The panel’s own bundle has it.',
};

const README = `夜办自助机日志包
不含群众信息；密钥名称以代号表示。manifest.json 里有每个文件的 SHA-256。
null 表示当时无法取得，例如自助机没有运行。

Log bundle of a Yeban kiosk
Nothing of a citizen is in it; names of keys are replaced. manifest.json has the SHA-256 of every file.
null: could not be had then, for example as no kiosk ran.
`;
