/** A hand on the plug, on the switch, and a device that has no time. */
import { onQuestions, onReplies, through, type Hands, type Misbehaviour } from '../misbehaviour.ts';
import type { Tap } from '../../tap/tap.ts';
import { wireTimeMs } from '../../transport/transport.ts';

function pulledFromDevice(at: number, pull: () => void): Tap {
  let passed = 0;
  return onReplies((bytes, deliver) => {
    const here = at - passed;
    passed += bytes.length;
    if (here < 0 || here >= bytes.length) return deliver(bytes);
    deliver(bytes.subarray(0, here));
    pull();
  });
}

/** The bytes before the place still reach the device. */
function pulledToDevice({ clock }: Hands, at: number, pull: () => void): Tap {
  let passed = 0;
  return (wire) => ({
    ...through(wire),
    write(bytes, limitMs) {
      const here = at - passed;
      passed += bytes.length;
      if (here < 0 || here >= bytes.length) return wire.write(bytes, limitMs);
      const before = bytes.slice(0, here);
      return new Promise((resolve) => {
        if (here > 0) void wire.write(before, limitMs);
        clock.after(wireTimeMs(here, wire.baudRate) + 1, () => {
          pull();
          resolve('closed');
        });
      });
    },
  });
}

const replug = ({ unplug, plug }: Hands) => {
  return () => {
    unplug();
    plug();
  };
};

export const CABLE_AND_POWER: readonly Misbehaviour[] = [
  {
    name: 'the cable is pulled at a byte from the device, and put back at once',
    ofBytes: true,
    strikes: 'atEachByteFromDevice',
    takes: 'device',
    mustBe: 'ended',
    tap: (hands, place) => pulledFromDevice(place, replug(hands)),
  },
  {
    name: 'the cable is pulled at a byte to the device, and put back at once',
    ofBytes: true,
    strikes: 'atEachByteToDevice',
    takes: 'device',
    mustBe: 'ended',
    tap: (hands, place) => pulledToDevice(hands, place, replug(hands)),
  },
  {
    name: 'the cable is pulled at a report from the device, and put back at once',
    ofReports: true,
    strikes: 'atEachReply',
    takes: 'device',
    mustBe: 'ended',
    tap: (hands, place) => {
      let reply = -1;
      return onReplies((bytes, deliver) => {
        reply += 1;
        if (reply === place) return replug(hands)();
        deliver(bytes);
      });
    },
  },
  {
    name: 'the cable is pulled at a report to the device, and put back at once',
    ofReports: true,
    strikes: 'atEachQuestion',
    takes: 'device',
    mustBe: 'ended',
    tap: (hands, place) => {
      let question = -1;
      return (wire) => ({
        ...through(wire),
        write(bytes, limitMs) {
          question += 1;
          if (question !== place) return wire.write(bytes, limitMs);
          replug(hands)();
          return Promise.resolve('closed');
        },
      });
    },
  },
  {
    name: 'the cable is pulled at a reply and stays away',
    strikes: 'atEachReply',
    takes: 'device',
    mustBe: 'ended',
    leavesUnheard: true,
    tap: ({ unplug }, place) => {
      let reply = -1;
      return onReplies((bytes, deliver) => {
        reply += 1;
        if (reply === place) return unplug();
        deliver(bytes);
      });
    },
  },
  {
    name: 'the device loses its power while it answers, for two seconds',
    strikes: 'atEachReply',
    takes: 'device',
    mustBe: 'ended',
    tap: ({ power, clock }, place) => {
      let reply = -1;
      return onReplies((bytes, deliver) => {
        reply += 1;
        if (reply !== place) return deliver(bytes);
        power(false);
        clock.after(2_000, () => power(true));
      });
    },
  },
  {
    name: 'the device loses its power when it is asked, for good',
    strikes: 'atEachQuestion',
    takes: 'device',
    mustBe: 'ended',
    leavesUnheard: true,
    tap: ({ power }, place) => {
      let question = -1;
      return onQuestions(() => {
        question += 1;
        if (question === place) power(false);
        return true;
      });
    },
  },
  {
    name: 'the device takes no bytes',
    strikes: 'atEachQuestion',
    takes: 'ourEnd',
    mustBe: 'ended',
    tap: ({ clock }, place) => {
      let question = -1;
      return (wire) => ({
        ...through(wire),
        write(bytes, limitMs) {
          question += 1;
          if (question < place) return wire.write(bytes, limitMs);
          return new Promise((resolve) => {
            clock.after(limitMs, () => {
              resolve('stuck');
              void wire.close();
            });
          });
        },
      });
    },
  },
  {
    name: 'the device has no time',
    strikes: 'atEachQuestion',
    takes: 'device',
    mustBe: 'ended',
    tap: ({ busy }, place) => {
      let question = -1;
      return onQuestions(() => {
        question += 1;
        if (question === place) busy(true);
        return true;
      });
    },
  },
];
