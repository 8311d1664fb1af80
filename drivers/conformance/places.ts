/** Where a misbehaviour strikes: at every saying, and at every byte, of long ones in their middle only at some. */
import type { Misbehaviour } from './misbehaviour.ts';

/** How much passed in a calm run: lengths in bytes, in order. */
export interface Traffic {
  readonly replies: readonly number[];
  readonly questions: readonly number[];
}

/** At both ends of a saying are its preamble, header, checksum; what is between is alike, and struck at every such byte. */
const ENDS = 24;
const BETWEEN = 23;
const MOST = 100;

export interface Thrift {
  /** Leaves out nothing, which takes a photo's time. */
  readonly everyByte: boolean;
  /** Of a long conversation only so many. */
  readonly most?: number;
}

export function placesOf({ strikes }: Misbehaviour, traffic: Traffic, thrift: Thrift): readonly number[] {
  switch (strikes) {
    case 'once':
      return [0];
    case 'atEachReply':
      return [...traffic.replies.keys()];
    case 'atEachQuestion':
      return [...traffic.questions.keys()];
    case 'atEachByteFromDevice':
      return bytesOf(traffic.replies, thrift);
    case 'atEachByteToDevice':
      return bytesOf(traffic.questions, thrift);
  }
}

function bytesOf(lengths: readonly number[], { everyByte, most = MOST }: Thrift): readonly number[] {
  let begin = 0;
  const places = lengths.flatMap((length) => {
    const first = begin;
    begin += length;
    const all = Array.from({ length }, (_, index) => index);
    const struck = everyByte ? all : all.filter((at) => at < ENDS || at >= length - ENDS || at % BETWEEN === 0);
    return struck.map((at) => first + at);
  });
  const step = everyByte ? 1 : Math.ceil(places.length / most);
  return places.filter((_, index) => index % step === 0);
}
