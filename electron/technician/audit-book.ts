/** What technicians did, line by line, each chained to the one before: a line that was changed, cut or left out shows. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { CHAIN_START, chainContent } from '#contract/record.ts';
import { AuditEntry, type AuditPage, type AuditReport, type PastRequest } from '#contract/technician/history.ts';
import { EMPTY_HEAD, readHead, writeHead, type AuditHead } from './audit-head.ts';
import { openBook, pageOf, readBook } from './line-book.ts';

/** By number alone: whoever can set a clock must not be able to empty the book by it. */
const KEEP_LINES = 10_000;

export type Deed = Pick<AuditEntry, 'who' | 'act' | 'subject' | 'result' | 'code'>;

export interface AuditBook {
  /** On the disk when it resolves; rejects with the system's error when it can't be kept. */
  note(deed: Deed): Promise<AuditEntry>;
  /** The number of the newest that ever was, also where it was cut off. */
  last(): number;
  page(asked: z.infer<typeof PastRequest>): AuditPage;
  /** Oldest first, those that come after this `n`. */
  after(n: number, limit: number): readonly AuditEntry[];
  verify(): Promise<AuditReport>;
}

export async function openAudit(
  folder: string,
  clock: Clock,
  { keepLines = KEEP_LINES }: { readonly keepLines?: number } = {},
): Promise<AuditBook> {
  const found = await readHead(folder);
  let head = found ?? EMPTY_HEAD;
  const book = await openBook({
    ...{ file: auditFile(folder), line: AuditEntry, durable: true },
    ...{ keepMs: Number.POSITIVE_INFINITY, keepLines, now: clock.now() },
    // On from the newest that ever was: what is missing before it stays missing, for ever and at the hub.
    lastNumber: (last) => (found === null ? afterLostHead(last) : Math.max(found.n, last?.n ?? 0)),
    lettingGo(last) {
      head = { ...head, from: { n: last.n + 1, chain: last.chain } };
      // First: a power cut in between leaves older entries, which nobody holds against the book.
      writeHead(folder, head);
    },
  });
  return {
    last: book.lastNumber,
    async note(deed) {
      const entry = await book.append((n, before) => {
        const open = { n, at: clock.now(), ...deed };
        return { ...open, chain: chainOf(n === head.n + 1 ? head.chain : (before?.chain ?? CHAIN_START), open) };
      });
      if (entry.n > head.n) head = { ...head, n: entry.n, chain: entry.chain };
      writeHead(folder, head);
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

/** Reads the files, whether a kiosk runs or not; the head first, since an entry may be written meanwhile. */
export async function verifyAudit(folder: string): Promise<AuditReport> {
  const head = await readHead(folder);
  const { lines } = await readBook({ file: auditFile(folder), line: AuditEntry });
  const brokenAt = firstMisfit(lines, (head ?? EMPTY_HEAD).from) ?? missingEnd(head, lines.at(-1));
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

function firstMisfit(lines: readonly AuditEntry[], from: AuditHead['from']): number | null {
  let before = from.n === lines[0]?.n ? { n: from.n - 1, chain: from.chain } : null;
  for (const entry of lines) {
    if (before === null && entry.n > from.n) return from.n;
    // Older than what is kept: the power went before the file was shortened.
    const fits = before === null || (entry.n === before.n + 1 && entry.chain === chainOf(before.chain, entry));
    if (!fits) return entry.n;
    before = entry;
  }
  return null;
}

function missingEnd(head: AuditHead | null, last: AuditEntry | undefined): number | null {
  if (head === null) return afterLostHead(last) === (last?.n ?? 0) ? null : (last?.n ?? 1);
  if (last === undefined) return head.n === 0 ? null : head.from.n;
  if (last.n < head.n) return last.n + 1;
  // One that the power cut off before its head was written is newer than the head, and as good.
  return last.n === head.n && last.chain !== head.chain ? last.n : null;
}

/** Only the very first can be there before any head; otherwise somebody took it away, and one number is left out. */
function afterLostHead(last: AuditEntry | undefined): number {
  const number = last?.n ?? 0;
  return number > 1 ? number + 1 : number;
}

function chainOf(previous: string, { n, at, who, act, subject, result, code }: Omit<AuditEntry, 'chain'>): string {
  const content = JSON.stringify([n, at, who.via, who.name, who.role, act, subject, result, code]);
  const hash = createHash('sha256').update(content).digest('hex');
  return createHash('sha256').update(chainContent(previous, hash)).digest('hex');
}

function auditFile(folder: string): string {
  return path.join(folder, 'audit.jsonl');
}
