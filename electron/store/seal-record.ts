/** Seals a record to the hub (HPKE, RFC 9180 base mode): from here on this kiosk can't read it itself. */
import type { CipherSuite, SenderContext } from '@hpke/core';
import type { SealingKey } from '#contract/hub-api.ts';
import { SEAL_INFO, type Sealed } from '#contract/record.ts';

const X25519_BYTES = 32;

export interface Sealer {
  readonly seal: SealRecord;
  /** Does now what does not depend on the record, so that nobody waits for it later. */
  prepare(): void;
}

export type SealRecord = (plaintext: Uint8Array, context: string) => Promise<Sealed>;

export function fitsSealing(key: SealingKey): boolean {
  return Buffer.from(key.publicKey, 'base64').length === X25519_BYTES;
}

/** Throws RangeError for a key of the wrong size. `context` becomes the associated data. */
export function sealerFor(key: SealingKey): Sealer {
  const raw = Buffer.from(key.publicKey, 'base64');
  if (!fitsSealing(key)) throw new RangeError('the sealing key must be 32 bytes of X25519');
  let imported: ReturnType<CipherSuite['kem']['deserializePublicKey']> | null = null;
  const makeSender = async (): Promise<SenderContext> => {
    const { suite } = await import('./hpke-suite.ts');
    imported ??= suite.kem.deserializePublicKey(new Uint8Array(raw).buffer);
    return suite.createSenderContext({ recipientPublicKey: await imported, info: bytesOf(SEAL_INFO) });
  };
  // Used once each.
  let ready: Promise<SenderContext> | null = null;
  const prepare = (): void => {
    ready ??= makeSender();
    ready.catch(() => {}); // a refused key shows at the first seal
  };
  const seal: SealRecord = async (plaintext, context) => {
    const mine = ready ?? makeSender();
    ready = null;
    const sender = await mine;
    const ciphertext = await sender.seal(new Uint8Array(plaintext).buffer, bytesOf(context));
    prepare();
    return {
      keyId: key.keyId,
      enc: Buffer.from(sender.enc).toString('base64'),
      ciphertext: Buffer.from(ciphertext).toString('base64'),
    };
  };
  return { seal, prepare };
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
