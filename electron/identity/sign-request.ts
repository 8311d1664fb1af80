/** Signs one request as the contract with the hub says: RFC 9421 with Ed25519 over an RFC 9530 digest. */
import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto';
import { SIGNATURE_LABEL, SIGNATURE_WINDOW_MS, SIGNED_COMPONENTS } from '#contract/hub-enrolment.ts';
import { signatureBase, writeBytes, writeParams, type SignatureInput } from '#contract/http-signature.ts';

export interface RequestToSign {
  readonly method: string;
  readonly url: string;
  /** Empty for a request without one: its digest is signed too. */
  readonly body: string;
}

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** The header fields to send. `now`: wall time in ms as the hub sees it. Throws RangeError for an address with a query: nothing signs it. */
export function signRequest(request: RequestToSign, key: SigningKey, now: number): Record<string, string> {
  const address = new URL(request.url);
  if (address.search !== '') throw new RangeError('a signed address has no query');
  const created = Math.floor(now / 1000);
  const input: SignatureInput = {
    components: SIGNED_COMPONENTS,
    params: new Map<string, string | number>([
      ['created', created],
      ['expires', created + SIGNATURE_WINDOW_MS / 1000],
      ['nonce', randomBytes(16).toString('base64url')],
      ['keyid', key.keyId],
      ['alg', 'ed25519'],
    ]),
  };
  const digest = writeBytes('sha-256', createHash('sha256').update(request.body).digest('base64'));
  const values = new Map([
    ['@method', request.method],
    ['@authority', address.host],
    ['@path', address.pathname],
    ['content-digest', digest],
  ]);
  const base = signatureBase(input, values);
  if (base === null) throw new RangeError('this request can not be signed');
  return {
    'content-digest': digest,
    'signature-input': `${SIGNATURE_LABEL}=${writeParams(input)}`,
    signature: writeBytes(SIGNATURE_LABEL, sign(null, Buffer.from(base), key.privateKey).toString('base64')),
  };
}
