/** The private halves of the hub's sealing keys: one file each that only the hub may read, and never in the database. */
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Raw X25519, base64. */
export const KeyPair = z.strictObject({ keyId: z.string(), publicKey: z.base64(), privateKey: z.base64() });
export type KeyPair = Readonly<z.infer<typeof KeyPair>>;

const OTHERS_MAY = 0o077;

/** Null when there is no such file. Rejects with words when it is damaged, or when others may read it. */
export async function readKeyFile(folder: string, keyId: string): Promise<KeyPair | null> {
  const file = fileOf(folder, keyId);
  try {
    const { mode } = await stat(file);
    if ((mode & OTHERS_MAY) !== 0) throw new Error(`others may read the hub's private key: chmod 600 ${file}`);
    const pair = KeyPair.safeParse(parseJson(await readFile(file, 'utf8')));
    if (pair.success && pair.data.keyId === keyId) return pair.data;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  throw new Error(`the hub's private key is damaged: bring ${file} back from its copy`);
}

/** On the disk when it resolves; after a power cut the file is whole or not there. */
export async function writeKeyFile(folder: string, pair: KeyPair): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  const file = fileOf(folder, pair.keyId);
  const draft = `${file}.${process.pid}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(pair)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const listed = await open(folder, 'r');
  await listed.sync().finally(() => listed.close());
}

function fileOf(folder: string, keyId: string): string {
  return path.join(folder, `${keyId}.json`);
}

/** Undefined for what is not JSON; the schema then says so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
