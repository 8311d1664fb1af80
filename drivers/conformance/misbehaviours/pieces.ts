/** Nothing is lost, but it comes in other pieces than it was said in. */
import { joined } from '../../link/framer.ts';
import { onReplies, type Misbehaviour } from '../misbehaviour.ts';

/** Short enough to stay one frame on every line. */
const PAUSE_MS = 15;

export const BYTES_IN_PIECES: readonly Misbehaviour[] = [
  {
    name: 'every byte comes alone',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'right',
    tap: () =>
      onReplies((bytes, deliver) => {
        for (const byte of bytes) deliver(Uint8Array.of(byte));
      }),
  },
  {
    name: 'a reply is cut in two at every byte, with a pause between',
    ofBytes: true,
    strikes: 'atEachByteFromDevice',
    takes: 'ourEnd',
    mustBe: 'right',
    tap: ({ clock }, place) => {
      let passed = 0;
      return onReplies((bytes, deliver) => {
        const at = place - passed;
        passed += bytes.length;
        if (at <= 0 || at >= bytes.length) return deliver(bytes);
        deliver(bytes.subarray(0, at));
        clock.after(PAUSE_MS, () => deliver(bytes.subarray(at)));
      });
    },
  },
  {
    name: 'whatever comes within 10 ms comes in one chunk',
    ofBytes: true,
    strikes: 'once',
    takes: 'ourEnd',
    mustBe: 'right',
    tap: ({ clock }) => {
      let held: Uint8Array = new Uint8Array(0);
      return onReplies((bytes, deliver) => {
        if (held.length === 0) {
          clock.after(10, () => {
            const all = held;
            held = new Uint8Array(0);
            deliver(all);
          });
        }
        held = joined(held, bytes);
      });
    },
  },
];
