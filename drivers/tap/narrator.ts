/** Turns what passes on a wire into words for a technician; a model says what its frames mean, and keeps people out of it. */
import type { LocalText } from '#contract/language.ts';
import type { Framer } from '../link/framer.ts';
import type { Passage } from './record.ts';

export interface Told {
  readonly direction: Passage['direction'];
  readonly words: LocalText;
}

/** Hears one wire from its opening on. */
export interface Narrator {
  hear(passage: Pick<Passage, 'direction' | 'bytes'>): readonly Told[];
}

export interface FrameWords<Frame> {
  readonly framer: Framer<Frame>;
  /** What the host sent in one write. */
  readonly command: (bytes: Uint8Array) => LocalText;
  readonly reply: (frame: Frame) => LocalText;
}

export function narrateFrames<Frame>({ framer, command, reply }: FrameWords<Frame>): Narrator {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    hear({ direction, bytes }) {
      if (direction === 'toDevice') {
        const left = rest.length;
        rest = new Uint8Array(0);
        const asked: Told = { direction, words: command(bytes) };
        return left === 0 ? [asked] : [{ direction: 'fromDevice', words: half(left) }, asked];
      }
      const { frames, rest: remaining } = framer.cut(rest, bytes);
      rest = remaining;
      if (frames.length === 0 && rest.length === 0) return [{ direction, words: noise(bytes.length) }];
      return frames.map((frame) => ({ direction, words: reply(frame) }));
    },
  };
}

/** Both languages of one line. */
export function told(chinese: string, english: string): LocalText {
  return { 'zh-CN': chinese, en: english };
}

export function inHex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** Its bytes may be half a card: only their number is told. */
function half(count: number): LocalText {
  return told(`只收到半个回答（${count}字节）`, `half a reply (${count} bytes)`);
}

function noise(count: number): LocalText {
  return told(`${count}字节看不懂：波特率或接线不对？`, `${count} bytes of noise: wrong baud rate or wiring?`);
}
