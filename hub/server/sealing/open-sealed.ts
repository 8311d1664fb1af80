/** Opens what a kiosk sealed to the hub. */
import type { Result } from '#contract/result.ts';
import { fail, ok } from '#contract/result.ts';
import { SEAL_INFO, type Sealed } from '#contract/record.ts';
import type { HubKeys } from './hub-keys.ts';
import { suite } from './suite.ts';

export type SealFault = 'unknownKey' | 'notOpened';

const utf8 = new TextEncoder();

/** `context` is the row's `sealContext`: a row sealed for another place, or changed by one bit, does not open. */
export async function openSealed(
  keys: HubKeys,
  sealed: Sealed,
  context: string,
): Promise<Result<Uint8Array, SealFault>> {
  const recipientKey = keys.privateKey(sealed.keyId);
  if (recipientKey === null) return fail('unknownKey');
  try {
    const plain = await suite.open(
      { recipientKey, enc: bytes(sealed.enc), info: utf8.encode(SEAL_INFO) },
      bytes(sealed.ciphertext),
      utf8.encode(context),
    );
    return ok(new Uint8Array(plain));
  } catch {
    return fail('notOpened');
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
