/** Asks the hub what is known of a verify code. */
import { VerifyReply } from '#contract/paper-record.ts';
import type { VerifyCode } from '#contract/verify-code.ts';
import { ask, type Answer } from './ask-hub.ts';

const PATIENCE_MS = 10_000;

export async function askProof(code: VerifyCode): Promise<Answer<VerifyReply>> {
  return await ask(`/v1/verify/${code}`, VerifyReply, AbortSignal.timeout(PATIENCE_MS));
}
