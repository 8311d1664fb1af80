/** The two ends of the audit, in a file of their own: without it neither an end nor a beginning that was cut would be missed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '#contract/json.ts';
import { CHAIN_START } from '#contract/record.ts';
import { replaceFileDurably } from '../store/write-durably.ts';

const Head = z.strictObject({
  /** The newest entry. */
  n: z.number().int().nonnegative(),
  chain: z.string(),
  /** The oldest that was not let go of, and the chain before it. */
  from: z.strictObject({ n: z.number().int().positive(), chain: z.string() }),
});
export type AuditHead = Readonly<z.infer<typeof Head>>;

/** Of a book in which nothing stands. */
export const EMPTY_HEAD: AuditHead = { n: 0, chain: CHAIN_START, from: { n: 1, chain: CHAIN_START } };

/** Null when there is none that can be understood. */
export async function readHead(folder: string): Promise<AuditHead | null> {
  const text = await readFile(headFile(folder), 'utf8').catch(() => '');
  return Head.safeParse(parseJson(text)).data ?? null;
}

export function writeHead(folder: string, head: AuditHead): void {
  replaceFileDurably(headFile(folder), `${JSON.stringify(head)}\n`);
}

function headFile(folder: string): string {
  return path.join(folder, 'audit-head.json');
}
