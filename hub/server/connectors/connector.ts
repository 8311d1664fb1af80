/** The port to somebody elsewhere who keeps data: one question about one person at a time. */
import type { Found, Wanted } from '#contract/found.ts';
import type { SourceId } from '#contract/ids.ts';
import type { Result } from '#contract/result.ts';

export interface Question {
  readonly source: SourceId;
  readonly idNumber: string;
  /** What the citizen said, by element. */
  readonly sent: Readonly<Record<string, string>>;
  readonly wanted: Wanted;
}

/** `away`: no answer in time. `odd`: an answer that makes no sense, or a refusal; `at` names the field, never a value. */
export interface ConnectorFault {
  readonly code: 'away' | 'odd';
  readonly at?: string;
}

export interface Connector {
  /** Null when there is nothing, or it is not this person's. Never rejects. */
  find(question: Question): Promise<Result<Found | null, ConnectorFault>>;
}
