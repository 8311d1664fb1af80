/** The reader's frames in words, taken out of the reports they travel in. */
import { PREAMBLE } from '../idcard-sdt/codec.ts';
import { narrateReader } from '../idcard-sdt/narrate.ts';
import type { Narrator } from '../tap/narrator.ts';

export function narrateReaderReports(): Narrator {
  const narrator = narrateReader();
  return {
    hear: ({ direction, bytes }) =>
      narrator.hear({ direction, bytes: direction === 'toDevice' ? frameIn(bytes) : bytes }),
  };
}

/** Every command fits into one report: behind its id, as long as its own length says, the rest is padding. */
function frameIn(report: Uint8Array): Uint8Array {
  const length = PREAMBLE.length + 2 + (((report[6] ?? 0) << 8) | (report[7] ?? 0));
  return report.subarray(1, 1 + length);
}
