/** The two hashes of an outbox row: over its content, and over everything before it. */
import { createHash } from 'node:crypto';
import { chainContent, envelopeContent, type RecordEnvelope } from '#contract/record.ts';

export function hashRow(row: Omit<RecordEnvelope, 'hash' | 'chain'>): string {
  return sha256(envelopeContent(row));
}

export function chainRow(previousChain: string, hash: string): string {
  return sha256(chainContent(previousChain, hash));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
