/** A recorded wire in words, frame by frame, as `yeban device ID trace` tells a living one. */
import type { LocalText } from '#contract/language.ts';
import type { Narrator } from './narrator.ts';
import type { RecordLine } from './wire-record.ts';

export interface ToldLine {
  readonly t: number;
  readonly dir: RecordLine['dir'];
  readonly words: LocalText;
}

export function tellRecord(lines: readonly RecordLine[], narrator: Narrator): readonly ToldLine[] {
  return lines.flatMap((line) => {
    const { t, dir } = line;
    if ('words' in line) return line.words.map((words) => ({ t, dir, words }));
    const bytes = new Uint8Array(Buffer.from(line.hex, 'hex'));
    return narrator.hear({ direction: dir, bytes }).map((told) => ({ t, dir: told.direction, words: told.words }));
  });
}
