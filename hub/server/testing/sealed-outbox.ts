/** A kiosk's outbox as the hub sees it, written from the contract alone and not from the kiosk's own code. */
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Batch, SealingKey } from '#contract/hub-api.ts';
import { KioskId, RecordId } from '#contract/ids.ts';
import { CHAIN_START, type RecordBody, type RecordEnvelope, type RecordKind, type Sealed } from '#contract/record.ts';
import { STATION } from './invented-case.ts';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

export interface SealedOutbox {
  readonly kiosk: KioskId;
  readonly epoch: string;
  /** Seals the next row. `id` is given to send one record again. */
  add(body: RecordBody, id?: RecordId): Promise<RecordEnvelope>;
  /** The same with anything inside the seal. */
  addRaw(kind: RecordKind, plaintext: Uint8Array): Promise<RecordEnvelope>;
  batch(...rows: readonly unknown[]): Omit<Batch, 'rows'> & { rows: readonly unknown[] };
}

export function sealedOutbox(
  key: SealingKey,
  kiosk = KioskId.parse(randomUUID()),
  epoch: string = randomUUID(),
): SealedOutbox {
  let seq = 0;
  let chain = CHAIN_START;
  async function append(kind: RecordKind, plaintext: Uint8Array, id: RecordId): Promise<RecordEnvelope> {
    seq += 1;
    const place = { epoch, seq, id, kind, createdAt: 1_700_000_000_000 + seq };
    const sealed = await seal(key, plaintext, `${kiosk}|${epoch}|${seq}|${kind}`);
    const row = { ...place, sealed };
    const hash = hashOf(row);
    chain = sha256(chain + hash);
    return { ...row, hash, chain };
  }
  return {
    kiosk,
    epoch,
    add: (body, id = RecordId.parse(uuidv7())) => append(body.kind, utf8(JSON.stringify(body)), id),
    addRaw: (kind, plaintext) => append(kind, plaintext, RecordId.parse(uuidv7())),
    batch: (...rows) => ({ kiosk, station: STATION, rows }),
  };
}

/** What `hash` must be, written out by hand. */
export function hashOf(row: Omit<RecordEnvelope, 'hash' | 'chain'>): string {
  const { keyId, enc, ciphertext } = row.sealed;
  return sha256(`${row.epoch}|${row.seq}|${row.id}|${row.kind}|${row.createdAt}|${keyId}|${enc}|${ciphertext}`);
}

async function seal(key: SealingKey, plaintext: Uint8Array, context: string): Promise<Sealed> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(Buffer.from(key.publicKey, 'base64')));
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: utf8('yeban/outbox/v1') },
    new Uint8Array(plaintext),
    utf8(context),
  );
  return { keyId: key.keyId, enc: Buffer.from(enc).toString('base64'), ciphertext: Buffer.from(ct).toString('base64') };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
