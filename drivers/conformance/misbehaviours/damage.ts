/** Bytes that are wrong, too many, or not the device's at all. */
import { joined } from '../../link/framer.ts';
import { onQuestions, onReplies, type Misbehaviour } from '../misbehaviour.ts';

/** Of every kind: idle line, preambles and sync bytes of several protocols that lead nowhere, lengths that are too long. */
const GARBAGE = Uint8Array.of(0x00, 0xff, 0xaa, 0xaa, 0xaa, 0x96, 0x02, 0x03, 0xfc, 0x7f, 0x80, 0x55);

/** Some other device at another speed: always the same rubbish. */
function rubbish(count: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

function withLastByteWrong(bytes: Uint8Array): Uint8Array {
  const wrong = bytes.slice();
  wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 0x01;
  return wrong;
}

export const DAMAGE: readonly Misbehaviour[] = [
  {
    name: 'garbage before every reply',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => onReplies((bytes, deliver) => deliver(joined(GARBAGE, bytes))),
  },
  {
    name: 'garbage after every reply',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => onReplies((bytes, deliver) => deliver(joined(bytes, GARBAGE))),
  },
  {
    name: 'garbage in the middle of every reply',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () =>
      onReplies((bytes, deliver) => {
        const half = bytes.length >> 1;
        deliver(joined(joined(bytes.subarray(0, half), GARBAGE), bytes.subarray(half)));
      }),
  },
  {
    name: 'garbage as soon as we have asked',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: ({ clock }) =>
      onQuestions((_bytes, deliver) => {
        clock.after(1, () => deliver(GARBAGE));
        return true;
      }),
  },
  {
    name: 'the last byte of every reply is wrong',
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => onReplies((bytes, deliver) => deliver(withLastByteWrong(bytes))),
  },
  {
    name: 'the last byte of one reply is wrong',
    strikes: 'atEachReply',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (_, place) => {
      let reply = -1;
      return onReplies((bytes, deliver) => {
        reply += 1;
        deliver(reply === place ? withLastByteWrong(bytes) : bytes);
      });
    },
  },
  {
    name: 'one bit of one byte is wrong',
    strikes: 'atEachByteFromDevice',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (_, place) => {
      let passed = 0;
      return onReplies((bytes, deliver) => {
        const at = place - passed;
        passed += bytes.length;
        deliver(bytes.map((byte, index) => (index === at ? byte ^ (1 << (place % 8)) : byte)));
      });
    },
  },
  {
    name: 'one byte is lost',
    ofBytes: true,
    strikes: 'atEachByteFromDevice',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: (_, place) => {
      let passed = 0;
      return onReplies((bytes, deliver) => {
        const at = place - passed;
        passed += bytes.length;
        deliver(bytes.filter((_byte, index) => index !== at));
      });
    },
  },
  {
    name: 'another device answers',
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: () => {
      let reply = 0;
      return onReplies((bytes, deliver) => deliver(rubbish(bytes.length, (reply += 1))));
    },
  },
  {
    name: 'the wire gives back what we say, and nothing else',
    ofBytes: true,
    notIt: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: ({ clock }) =>
      onQuestions((bytes, deliver) => {
        clock.after(1, () => deliver(bytes));
        return false;
      }),
  },
];
