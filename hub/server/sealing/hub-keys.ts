/** The hub's keys. The pairs that kiosks seal to: the first is made on the first start, old ones stay to open old rows. */
import { createHash, type webcrypto } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '#contract/clock.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import { loadPersonKey, markOldCases, type MarkPerson } from './person-key.ts';
import type { Database } from '../database/connect.ts';
import { suite } from './suite.ts';

export interface HubKeys {
  /** What kiosks shall seal to from now on. */
  readonly current: SealingKey;
  /** Null for a key that was never ours. */
  privateKey(keyId: string): webcrypto.CryptoKey | null;
  readonly markPerson: MarkPerson;
}

const KEY_LOCK = 8_700_003;

/**
 * Several hubs may start at once on one database; they agree on one key. The private key lies in the database as it is:
 * who can read the database could read the opened records beside it too.
 */
export async function loadHubKeys(database: Database, clock: Clock): Promise<HubKeys> {
  const rows = await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${KEY_LOCK})`.execute(transaction);
    const known = await transaction.selectFrom('sealing_key').selectAll().orderBy('made_at', 'desc').execute();
    if (known.length > 0) return known;
    const made = { ...(await makeKeyPair()), made_at: clock.now() };
    await transaction.insertInto('sealing_key').values(made).execute();
    return [made];
  });
  const newest = rows[0];
  if (newest === undefined) throw new Error('the hub has no sealing key');
  const keys = new Map<string, webcrypto.CryptoKey>();
  for (const row of rows) keys.set(row.key_id, await readPrivateKey(row.private_key));
  const markPerson = await loadPersonKey(database, clock);
  await markOldCases(database, markPerson);
  return {
    current: { keyId: newest.key_id, publicKey: newest.public_key },
    privateKey: (keyId) => keys.get(keyId) ?? null,
    markPerson,
  };
}

async function makeKeyPair(): Promise<{ key_id: string; public_key: string; private_key: string }> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey));
  return {
    key_id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    public_key: publicKey.toString('base64'),
    private_key: privateKey.toString('base64'),
  };
}

async function readPrivateKey(base64: string): Promise<webcrypto.CryptoKey> {
  return await suite.kem.deserializePrivateKey(new Uint8Array(Buffer.from(base64, 'base64')));
}
