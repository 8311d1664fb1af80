/** Printing on A4 as a flow sees it: a paper goes in, and what is known of it comes back. */
import type { PrintOutcome } from './devices/printer.ts';
import type { FaultCode } from './faults.table.ts';
import type { PaperDocument } from './paper.ts';

export interface DocumentPrinted {
  /** As for a receipt: `unconfirmed` means that nobody can know, and is never repeated by itself (law 1). */
  readonly outcome: PrintOutcome;
  /** What a citizen is told besides; null where there is nothing. */
  readonly fault: FaultCode | null;
}

export interface DocumentPort {
  /** Never rejects for an expected failure. Ends within `timeoutMs` and a moment. */
  printDocument(document: PaperDocument, options: { readonly timeoutMs: number }): Promise<DocumentPrinted>;
}
