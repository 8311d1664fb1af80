/** Printing on A4 as a flow sees it: a paper goes in, and what is known of it comes back. */
import type { PrintOutcome } from './devices/printer.ts';
import type { FaultCode } from './faults.table.ts';
import type { PaperDocument } from './paper.ts';
import type { VerifyCode } from './verify-code.ts';

export interface PrintedPaper {
  /** As for a receipt: `unconfirmed` means that nobody can know, and is never repeated by itself (law 1). */
  readonly outcome: PrintOutcome;
  /** What a citizen is told besides; null where there is nothing. */
  readonly fault: FaultCode | null;
}

export interface DocumentPort {
  /** A code that no other paper has, for a proof that is going to be printed. */
  newCode(): VerifyCode;
  /** Hex SHA-256 of what a paper with this code says, for its record. */
  mark(code: VerifyCode, document: PaperDocument): string;
  /** Never rejects for an expected failure. Ends within `timeoutMs` and a moment. */
  printDocument(document: PaperDocument, options: { readonly timeoutMs: number }): Promise<PrintedPaper>;
}
