/** Writes each key that came or went into the audit, however it did: by a command, or by a hand in the file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import type { AuditBook } from './audit-book.ts';
import type { TechnicianKey } from './technician-keys.ts';

export interface NoticeKeysOptions {
  readonly folder: string;
  /** Throws while the file of keys can't be read: then nothing is known, and nothing gone. */
  readonly keys: () => readonly TechnicianKey[];
  readonly audit: Pick<AuditBook, 'note'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface KeyNotice {
  /** Never rejects: what can't be written down is tried again, and keeps nobody out. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 60_000;

/** Each key's hash by its name, as the audit has it. */
const Noted = z.record(z.string(), z.string());

export function noticeKeys({ folder, keys, audit, clock, log }: NoticeKeysOptions): KeyNotice {
  const file = path.join(folder, 'keys-noted.json');
  let noted = readNoted(file);
  let tail = Promise.resolve();
  let stopTimer = (): void => {};

  const note = (act: 'key.made' | 'key.revoked', subject: string): Promise<unknown> =>
    audit.note({ who: { via: 'socket', name: '', role: null }, act, subject, result: 'done', code: null });
  const compare = async (): Promise<void> => {
    const there = new Map(keys().map((key) => [key.name, key]));
    const hashes = Object.fromEntries([...there].map(([name, key]) => [name, hashOf(key)]));
    const gone = Object.keys(noted).filter((name) => hashes[name] !== noted[name]);
    const made = [...there.values()].filter(({ name }) => hashes[name] !== noted[name]);
    if (gone.length === 0 && made.length === 0) return;
    for (const name of gone) await note('key.revoked', name);
    for (const { name, role } of made) await note('key.made', `${name} ${role}`);
    // Last: should the power go before, it is written down twice rather than never.
    replaceFileDurably(file, `${JSON.stringify(hashes)}\n`);
    noted = hashes;
  };
  const look = (): Promise<void> =>
    (tail = tail.then(compare).catch((error: unknown) => log('audit.keysNotNoted', { error: nameOfError(error) })));
  const turn = (): void => {
    stopTimer = clock.after(LOOK_EVERY_MS, turn);
    void look();
  };
  turn();
  return {
    look,
    async stop() {
      stopTimer();
      await tail;
    },
  };
}

/** The secret is 256 random bits: nobody finds it from this. */
function hashOf(key: TechnicianKey): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex');
}

/** A file that can't be read: every key is noted once more. */
function readNoted(file: string): z.infer<typeof Noted> {
  try {
    return Noted.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
