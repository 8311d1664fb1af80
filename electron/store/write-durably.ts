/** Replaces a small file so that after a power cut it is wholly the old one or wholly the new one. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function replaceFileDurably(file: string, text: string, mode = 0o600): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', mode);
  try {
    // All of it or an error: on a disk that is getting full a single write may stop half way.
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
  syncFolder(path.dirname(file));
}

/** A rename or a new file is durable only once its folder is. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
