/** Seals a record to the hub (HPKE, RFC 9180 base mode): from here on this kiosk can't read it itself. */
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, type SenderContext } from '@hpke/core';
import type { SealingKey } from '#contract/hub-api.ts';
import { SEAL_INFO, type Sealed } from '#contract/record.ts';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const X25519_BYTES = 32;

export type SealRecord = (plaintext: Uint8Array, context: string) => Promise<Sealed>;

export function fitsSealing(key: SealingKey): boolean {
  return Buffer.from(key.publicKey, 'base64').length === X25519_BYTES;
}

/** Throws RangeError for a key of the wrong size. `context` becomes the associated data. */
export function sealerFor(key: SealingKey): SealRecord {
  const raw = Buffer.from(key.publicKey, 'base64');
  if (!fitsSealing(key)) throw new RangeError('the sealing key must be 32 bytes of X25519');
  const imported = suite.kem.deserializePublicKey(new Uint8Array(raw).buffer);
  imported.catch(() => {}); // a refused key shows at the first seal
  const info = bytesOf(SEAL_INFO);
  const prepare = async (): Promise<SenderContext> =>
    suite.createSenderContext({ recipientPublicKey: await imported, info });
  // Most of the work does not depend on the record, so it is done before the citizen waits for it. Used once each.
  let ready: Promise<SenderContext> | null = null;
  const makeReady = (): void => {
    ready ??= prepare();
    ready.catch(() => {});
  };
  makeReady();
  return async (plaintext, context) => {
    const mine = ready ?? prepare();
    ready = null;
    const sender = await mine;
    const ciphertext = await sender.seal(new Uint8Array(plaintext).buffer, bytesOf(context));
    makeReady();
    return {
      keyId: key.keyId,
      enc: Buffer.from(sender.enc).toString('base64'),
      ciphertext: Buffer.from(ciphertext).toString('base64'),
    };
  };
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
