/** What a signed request claims, read from its header fields; nothing of it is proven yet but the digest of its body. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SIGNATURE_LABEL, SIGNED_COMPONENTS, type KioskRefusal } from '#contract/hub-enrolment.ts';
import { readBytes, readSignatureInput, signatureBase } from '#contract/http-signature.ts';
import type { KioskId } from '#contract/ids.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { kioskOfKeyId } from './key-id.ts';

/** As it came over the wire: `url` with path and query, `body` byte for byte. */
export interface RawRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface SignedRequest {
  readonly kiosk: KioskId;
  readonly keyId: string;
  /** Wall times of the kiosk in ms. */
  readonly created: number;
  readonly expires: number;
  readonly nonce: string;
  /** What must have been signed. */
  readonly base: string;
  readonly signature: Buffer;
}

const Params = z.strictObject({
  created: z.number().int(),
  expires: z.number().int(),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  keyid: z.string().max(100),
  alg: z.literal('ed25519'),
});

export function readSignedRequest(request: RawRequest): Result<SignedRequest, KioskRefusal> {
  const fields = ['signature-input', 'signature', 'content-digest', 'host'].map((name) => request.headers[name]);
  const [inputField, signatureField, digestField, host] = fields;
  if (inputField === undefined || signatureField === undefined || digestField === undefined)
    return fail('signature.missing');
  if (typeof inputField !== 'string' || typeof signatureField !== 'string') return fail('signature.bad');
  if (typeof digestField !== 'string' || typeof host !== 'string') return fail('signature.bad');

  const input = readSignatureInput(inputField, SIGNATURE_LABEL);
  const signature = readBytes(signatureField, SIGNATURE_LABEL);
  const params = Params.safeParse(Object.fromEntries(input?.params ?? []));
  if (input === null || signature === null || !params.success) return fail('signature.bad');
  // All of them and no others: a component we do not know is one we can not check.
  if (input.components.toSorted().join() !== SIGNED_COMPONENTS.toSorted().join()) return fail('signature.bad');
  if (readBytes(digestField, 'sha-256') !== createHash('sha256').update(request.body).digest('base64'))
    return fail('signature.bad');
  // A query would be the one part of the address that nobody signed.
  if (request.url.includes('?')) return fail('signature.bad');
  const base = signatureBase(
    input,
    new Map([
      ['@method', request.method],
      ['@authority', host.toLowerCase()],
      ['@path', request.url],
      ['content-digest', digestField],
    ]),
  );
  if (base === null) return fail('signature.bad');
  const { keyid, created, expires, nonce } = params.data;
  const kiosk = kioskOfKeyId(keyid);
  if (kiosk === null) return fail('kiosk.unknown');
  const times = { created: created * 1000, expires: expires * 1000 };
  return ok({ kiosk, keyId: keyid, ...times, nonce, base, signature: Buffer.from(signature, 'base64') });
}
