/** The hub's keys. The pairs that kiosks seal to: the first is made on the first start, old ones stay to open old rows. */
import { createHash, type webcrypto } from 'node:crypto';
import { sql, type Selectable, type Transaction } from 'kysely';
import type { Clock } from '#contract/clock.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import type { Database } from '../database/connect.ts';
import type { SealingKeyTable, Tables } from '../database/tables.ts';
import { readKeyFile, writeKeyFile, type KeyPair } from './key-files.ts';
import { loadPersonKey, markOldCases, type MarkPerson } from './person-key.ts';
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
 * Several hubs may start at once on one database; they agree on one key. Which keys there are is in the database, their
 * private halves are files in `folder`: a copy of the database, or its backup, opens nothing that kiosks sealed. Rejects
 * with words when a private half is missing; a hub without it could not open what kiosks send.
 */
export async function loadHubKeys(database: Database, folder: string, clock: Clock): Promise<HubKeys> {
  const { pairs, moved } = await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${KEY_LOCK})`.execute(transaction);
    const known = await transaction.selectFrom('sealing_key').selectAll().orderBy('made_at', 'desc').execute();
    if (known.length === 0) return { pairs: [await makeKey(transaction, folder, clock)], moved: false };
    const read: KeyPair[] = [];
    for (const row of known) read.push(await privateHalf(transaction, folder, row));
    return { pairs: read, moved: known.some((row) => row.private_key !== null) };
  });
  // What an update leaves behind in the table's file is the key itself, until the file is written anew.
  if (moved) await sql`vacuum full sealing_key`.execute(database);
  const keys = new Map<string, webcrypto.CryptoKey>();
  for (const { keyId, privateKey } of pairs) keys.set(keyId, await readPrivateKey(privateKey));
  const [newest] = pairs;
  if (newest === undefined) throw new Error('the hub has no sealing key');
  const markPerson = await loadPersonKey(database, clock);
  await markOldCases(database, markPerson);
  return {
    current: { keyId: newest.keyId, publicKey: newest.publicKey },
    privateKey: (keyId) => keys.get(keyId) ?? null,
    markPerson,
  };
}

/** First the file, then the row: a hub killed in between leaves a file that nobody sealed to. */
async function makeKey(transaction: Transaction<Tables>, folder: string, clock: Clock): Promise<KeyPair> {
  const made = await makeKeyPair();
  await writeKeyFile(folder, made);
  await transaction
    .insertInto('sealing_key')
    .values({ key_id: made.keyId, public_key: made.publicKey, private_key: null, made_at: clock.now() })
    .execute();
  return made;
}

/** From its file; from the row, where an earlier hub left it, it moves there. */
async function privateHalf(
  transaction: Transaction<Tables>,
  folder: string,
  { key_id, public_key, private_key }: Selectable<SealingKeyTable>,
): Promise<KeyPair> {
  if (private_key === null) {
    const pair = await readKeyFile(folder, key_id);
    if (pair !== null) return pair;
    throw new Error(
      `the private key ${key_id} of this database is not in ${folder}: ` +
        'copy it from the machine where the hub ran before, or from its copy, and name its folder',
    );
  }
  const pair = { keyId: key_id, publicKey: public_key, privateKey: private_key };
  await writeKeyFile(folder, pair);
  await transaction.updateTable('sealing_key').set({ private_key: null }).where('key_id', '=', key_id).execute();
  return pair;
}

async function makeKeyPair(): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey));
  return {
    keyId: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    publicKey: publicKey.toString('base64'),
    privateKey: privateKey.toString('base64'),
  };
}

async function readPrivateKey(base64: string): Promise<webcrypto.CryptoKey> {
  return await suite.kem.deserializePrivateKey(new Uint8Array(Buffer.from(base64, 'base64')));
}
