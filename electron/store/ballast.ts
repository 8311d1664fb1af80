/** A file that does nothing but take up room: given up when the disk is full, so that the session in hand can be finished. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Room, StoreNotice } from './store-calls.ts';
import { syncFolder } from './write-durably.ts';

const SLICE_BYTES = 1024 * 1024;
/** A session writes some hundred KB, and the write-ahead log is cut at 4 MB. */
const BALLAST_BYTES = 8 * SLICE_BYTES;

export class Ballast {
  readonly #file: string;
  readonly #note: (notice: StoreNotice) => void;

  constructor(folder: string, note: (notice: StoreNotice) => void) {
    this.#file = path.join(folder, 'ballast');
    this.#note = note;
  }

  /**
   * Does the work, once more when the disk was full and the ballast could be given up for it. A full disk, unlike any
   * other failure, is no reason to distrust what was written: SQLite has taken the whole transaction back.
   */
  spare<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isDiskFull(error) || !this.#there()) throw error;
      rmSync(this.#file);
      syncFolder(path.dirname(this.#file));
      this.#note({ event: 'store.ballastGivenUp', detail: {} });
      return work();
    }
  }

  room(): Room {
    const { bavail, bsize } = statfsSync(path.dirname(this.#file));
    return { freeBytes: bavail * bsize, ballast: this.#there() };
  }

  /** On disk when it returns. Leaves nothing half when there isn't room enough. */
  takeUp(): void {
    if (this.#there()) return;
    const unfinished = `${this.#file}.new`;
    try {
      const handle = openSync(unfinished, 'w', 0o600);
      try {
        // Random, lest a file system that packs its files takes it for nothing.
        for (let left = BALLAST_BYTES; left > 0; left -= SLICE_BYTES) writeSync(handle, randomBytes(SLICE_BYTES));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(unfinished, this.#file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      if (!isDiskFull(error)) throw error;
    }
  }

  /** A file that was cut short has given its room to somebody already. */
  #there(): boolean {
    return statSync(this.#file, { throwIfNoEntry: false })?.size === BALLAST_BYTES;
  }
}

/** As SQLite says it, and as the file system does. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC');
}
