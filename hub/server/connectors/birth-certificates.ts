/** The port to whoever keeps birth certificates. */
import type { BirthCertificate } from '#contract/lookup.ts';
import type { Result } from '#contract/result.ts';

/** `away`: no answer in time. `odd`: an answer that makes no sense, or a refusal. */
export type ConnectorFault = 'away' | 'odd';

export interface BirthCertificates {
  /** Null when there is no such certificate. Whose it is, the caller has to check. Never rejects. */
  find(number: string, motherIdNumber: string): Promise<Result<BirthCertificate | null, ConnectorFault>>;
}
