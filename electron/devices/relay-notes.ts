/** Passes on what the device host writes to its stderr: notes into main's log, anything else as the words it is. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Log } from '#contract/log.ts';

/** A line of `electron/main/json-log.ts`. When and by whom it was written is said anew by main's log. */
const Note = z
  .object({ at: z.string(), part: z.string(), event: z.string() })
  .catchall(z.union([z.string(), z.number(), z.boolean()]));

/** The last words of a process that crashes are no note; they are shortened, never lost. */
const WORDS_LIMIT = 500;

export function relayNotes(stderr: NodeJS.ReadableStream, log: Log): void {
  createInterface({ input: stderr }).on('line', (line) => {
    const note = Note.safeParse(parseJson(line));
    if (!note.success) return log('devices.hostSaid', { words: line.slice(0, WORDS_LIMIT) });
    const { at: _at, part: _part, event, ...detail } = note.data;
    log(event, detail);
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
