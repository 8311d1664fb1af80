/** What technicians did, line by line, each chained to the one before: a line that was changed, cut or left out shows. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { parseJson } from '#contract/json.ts';
import { CHAIN_START, chainContent } from '#contract/record.ts';
import { AuditEntry, type AuditPage, type AuditReport, type PastRequest } from '#contract/technician/history.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { openBook, pageOf, readBook } from './line-book.ts';

/** By number alone: whoever can set a clock must not be able to empty the book by it. */
const KEEP_LINES = 10_000;

/** The newest entry, in a file of its own: without it an end that was cut off would not be missed. */
const Head = z.strictObject({ n: z.number().int(), chain: z.string() });

export type Deed = Pick<AuditEntry, 'who' | 'act' | 'subject' | 'result' | 'code'>;

export interface AuditBook {
  /** On the disk when it resolves; rejects with the system's error when it can't be kept. */
  note(deed: Deed): Promise<AuditEntry>;
  page(asked: z.infer<typeof PastRequest>): AuditPage;
  /** Oldest first, those that come after this `n`. */
  after(n: number, limit: number): readonly AuditEntry[];
  verify(): Promise<AuditReport>;
}

export async function openAudit(folder: string, clock: Clock): Promise<AuditBook> {
  const place = { file: auditFile(folder), line: AuditEntry };
  const limits = { keepMs: Number.POSITIVE_INFINITY, keepLines: KEEP_LINES, now: clock.now(), durable: true };
  const book = await openBook({ ...place, ...limits });
  return {
    async note(deed) {
      const entry = await book.append((n, before) => {
        const open = { n, at: clock.now(), ...deed };
        return { ...open, chain: chainOf(before?.chain ?? CHAIN_START, open) };
      });
      replaceFileDurably(headFile(folder), `${JSON.stringify({ n: entry.n, chain: entry.chain })}\n`);
      return entry;
    },
    page(asked) {
      const { page, next } = pageOf(book.lines(), asked);
      return { entries: page, next };
    },
    after: (n, limit) =>
      book
        .lines()
        .filter((entry) => entry.n > n)
        .slice(0, limit),
    async verify() {
      await book.settled();
      return verifyAudit(folder);
    },
  };
}

/** Reads the files, whether a kiosk runs or not. */
export async function verifyAudit(folder: string): Promise<AuditReport> {
  const { lines } = await readBook({ file: auditFile(folder), line: AuditEntry });
  const brokenAt = firstMisfit(lines) ?? (await missingEnd(folder, lines.at(-1)));
  return {
    entries: lines.length,
    firstAt: lines[0]?.at ?? null,
    chain: brokenAt === null ? 'ok' : 'broken',
    brokenAt,
  };
}

export async function readAudit(folder: string): Promise<readonly AuditEntry[]> {
  return (await readBook({ file: auditFile(folder), line: AuditEntry })).lines;
}

function firstMisfit(lines: readonly AuditEntry[]): number | null {
  for (const [index, entry] of lines.entries()) {
    const before = index === 0 ? null : lines[index - 1];
    // What came before the first that is kept was let go of; the very first has nothing before it.
    if (before === null && entry.n !== 1) continue;
    const follows = before === null || before === undefined || entry.n === before.n + 1;
    if (!follows || entry.chain !== chainOf(before?.chain ?? CHAIN_START, entry)) return entry.n;
  }
  return null;
}

async function missingEnd(folder: string, last: AuditEntry | undefined): Promise<number | null> {
  const text = await readFile(headFile(folder), 'utf8').catch(() => null);
  if (text === null) return last === undefined ? null : last.n;
  const head = Head.safeParse(parseJson(text)).data;
  if (head === undefined) return last?.n ?? 1;
  if (last === undefined || last.n < head.n) return (last?.n ?? 0) + 1;
  // One that the power cut off before its head was written is newer than the head, and as good.
  return last.n === head.n && last.chain !== head.chain ? last.n : null;
}

function chainOf(previous: string, { n, at, who, act, subject, result, code }: Omit<AuditEntry, 'chain'>): string {
  const content = JSON.stringify([n, at, who.via, who.name, who.role, act, subject, result, code]);
  const hash = createHash('sha256').update(content).digest('hex');
  return createHash('sha256').update(chainContent(previous, hash)).digest('hex');
}

function auditFile(folder: string): string {
  return path.join(folder, 'audit.jsonl');
}

function headFile(folder: string): string {
  return path.join(folder, 'audit-head.json');
}
