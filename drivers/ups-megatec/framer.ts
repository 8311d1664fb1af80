/** Cuts the supply's bytes into lines `( … CR` and `# … CR`; what stands before a beginning is noise. */
import { adapterPauseMs, behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { isWellFormed, type UpsLine } from './codec.ts';

const BEGINNINGS: ReadonlySet<number | undefined> = new Set([0x28, 0x23]);
const CR = 0x0d;
/** A status is 47 characters with its CR. */
const LONGEST = 64;

export const megatecFramer: Framer<UpsLine> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => behindTheFirst(rest, cut, 1),
  interByteMs: adapterPauseMs,
};

function cut(bytes: Uint8Array): Framing<UpsLine> {
  const frames: UpsLine[] = [];
  let from = nextBeginning(bytes, 0);
  while (from < bytes.length) {
    const end = bytes.indexOf(CR, from);
    if (end === -1 && bytes.length - from <= LONGEST) break;
    const text = Buffer.from(bytes.subarray(from, end === -1 ? from : end)).toString('latin1');
    if (isWellFormed(text)) {
      frames.push({ kind: 'line', text });
      from = nextBeginning(bytes, end + 1);
      continue;
    }
    // The beginning may be noise itself, and a whole line stand behind it.
    const next = nextBeginning(bytes, from + 1);
    if (end !== -1 && (next > end || next === bytes.length)) frames.push({ kind: 'damaged' });
    from = next;
  }
  return { frames, rest: bytes.slice(from) };
}

function nextBeginning(bytes: Uint8Array, from: number): number {
  const at = bytes.subarray(from).findIndex((byte) => BEGINNINGS.has(byte));
  return at === -1 ? bytes.length : from + at;
}
