/** One key for each open session: in memory and in one 0600 file in memory-backed storage, never on disk. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, statfsSync, unlinkSync } from 'node:fs';
import { writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SessionId } from '#contract/ids.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
/** `statfs` types of Linux's file systems in memory: tmpfs and ramfs. */
const MEMORY_TYPES: readonly number[] = [0x01021994, 0x858458f6];

export class SessionKeys {
  readonly #folder: string;
  readonly #keys = new Map<SessionId, Buffer>();
  readonly #filed = new Set<SessionId>();

  /** `folder` is this kiosk's own and made if missing. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Whether the folder lives in memory; on a disk, a destroyed key could still be found. */
  inMemory(): boolean {
    return liesInMemory(this.#folder);
  }

  make(session: SessionId): void {
    this.#keys.set(session, randomBytes(KEY_BYTES));
  }

  knows(session: SessionId): boolean {
    return this.#keys.has(session);
  }

  /** `name` ties what is sealed to its place within the session. Files the key at the first use: before a snapshot can exist, its key must. */
  seal(session: SessionId, plaintext: Buffer, name = ''): Uint8Array {
    const key = this.#need(session);
    if (!this.#filed.has(session)) {
      writeFileSync(this.#file(session), key, { mode: 0o600, flag: 'wx', flush: true });
      this.#filed.add(session);
    }
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(session + name));
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when the key is gone or the snapshot isn't whole. The key is held from then on. */
  open(session: SessionId, sealed: Uint8Array, name = ''): Buffer | null {
    try {
      const key = this.#keys.get(session) ?? readFileSync(this.#file(session));
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(session + name)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const plaintext = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      this.#keys.set(session, key);
      this.#filed.add(session);
      return plaintext;
    } catch {
      return null;
    }
  }

  destroy(session: SessionId): void {
    this.#keys.get(session)?.fill(0);
    this.#keys.delete(session);
    this.#filed.delete(session);
    destroyFile(this.#file(session));
  }

  /** Destroys every key that belongs to none of `kept`: left by a process that ended between two steps. */
  destroyOthers(kept: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#folder)) {
      const session = path.basename(name, '.key');
      if (!kept.has(session) && !this.#keys.has(session as SessionId)) destroyFile(path.join(this.#folder, name));
    }
  }

  #need(session: SessionId): Buffer {
    const key = this.#keys.get(session);
    if (key === undefined) throw new RangeError('this session is not open');
    return key;
  }

  #file(session: SessionId): string {
    return path.join(this.#folder, `${SessionId.parse(session)}.key`);
  }
}

/** Overwrites in place before the name goes: memory pages are not emptied when they are freed. */
function destroyFile(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  writeSync(handle, Buffer.alloc(KEY_BYTES), 0, KEY_BYTES, 0);
  fsyncSync(handle);
  closeSync(handle);
  unlinkSync(file);
}

/** Whether a folder's file system keeps nothing on a disk. */
export function liesInMemory(folder: string): boolean {
  return MEMORY_TYPES.includes(statfsSync(folder).type);
}
