/** The id of a device key names its kiosk, so that a key is always looked up where that kiosk's rows lie. */
import { createHash } from 'node:crypto';
import { KioskId } from '#contract/ids.ts';

/** `publicKey` raw Ed25519. For example `0192e4a0-…:3f2a…` with 32 hex digits. */
export function keyIdOf(kiosk: KioskId, publicKey: Uint8Array): string {
  return `${kiosk}:${createHash('sha256').update(publicKey).digest('hex').slice(0, 32)}`;
}

/** Null for what is not a key id of ours. */
export function kioskOfKeyId(keyId: string): KioskId | null {
  const [kiosk, fingerprint = ''] = keyId.split(':', 2);
  return /^[0-9a-f]{32}$/.test(fingerprint) ? (KioskId.safeParse(kiosk).data ?? null) : null;
}
