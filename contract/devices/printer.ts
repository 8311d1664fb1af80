/** Printer (receipt and A4): the port a flow sees, what a receipt holds, and how printing can end. */
import { z } from 'zod';
import type { CompletionCode, DeviceFault } from './completion.ts';

/** Texts are final: resolved to one language before they come here. */
export const ReceiptBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), align: z.enum(['left', 'center']).default('left') }),
  z.strictObject({ kind: z.literal('pair'), label: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('emphasis'), text: z.string() }),
  z.strictObject({ kind: z.literal('rule') }),
  /** Holds a case number and nothing personal. */
  z.strictObject({ kind: z.literal('qr'), data: z.string().max(200) }),
  z.strictObject({ kind: z.literal('gap') }),
]);
export type ReceiptBlock = Readonly<z.infer<typeof ReceiptBlock>>;

export const Receipt = z.strictObject({ blocks: z.array(ReceiptBlock).min(1).max(200) });
export type Receipt = Readonly<z.infer<typeof Receipt>>;

/**
 * `printed`: the printer proved it. `failed`: it is certain that nothing readable came out.
 * `unconfirmed`: nobody can know; never repeated by itself (law 1).
 */
export const PrintOutcome = z.enum(['printed', 'unconfirmed', 'failed']);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

/** After these nobody can know what came out (law 1); every other fault says that nothing was sent. */
const NOBODY_KNOWS: ReadonlySet<CompletionCode> = new Set(['canceled', 'internalError', 'timeOut']);

/** What is known of the paper when a command to print ended in a fault. */
export function outcomeAfter({ completion }: DeviceFault): PrintOutcome {
  return NOBODY_KNOWS.has(completion) ? 'unconfirmed' : 'failed';
}

/**
 * How a receipt printer tells that a receipt is out: `processId` sends back a number (GS ( H), `status` at least answers in
 * its turn when everything before the question is done (GS r), `none` does neither.
 */
export const PrintProof = z.enum(['processId', 'status', 'none']);
export type PrintProof = z.infer<typeof PrintProof>;

export const Paper = z.enum(['ok', 'nearEnd', 'out', 'unknown']);
export type Paper = z.infer<typeof Paper>;

export const PrintResult = z.strictObject({ outcome: PrintOutcome, paper: Paper });
export type PrintResult = Readonly<z.infer<typeof PrintResult>>;

/** At most about 15 MB of PDF. */
export const PrintDocument = z.strictObject({
  pdf: z.base64().max(20_000_000),
  copies: z.number().int().min(1).max(5).default(1),
  duplex: z.boolean().default(false),
});
export type PrintDocument = Readonly<z.infer<typeof PrintDocument>>;

export const printerCommands = {
  /**
   * Asks the printer how it is, prints, cuts, asks again, and says what is known. A fault means that nothing was sent,
   * except `canceled`, `timeOut` and `internalError` (a device host that died): after those nobody can know.
   */
  print: { payload: Receipt, result: PrintResult },
  /** Prints a PDF on A4 and follows the job to its end; the same promises as `print`. */
  printDocument: { payload: PrintDocument, result: PrintResult },
} as const;
