/** One port is asked by a machine that is busy: a device whose first answer comes too late is found all the same. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { passTime } from '#drivers/conformance/pass-time.ts';
import { ScriptedWire } from '#drivers/conformance/scripted-wire.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { probePort } from './probe-port.ts';

const COIN_QUESTION = '020001feff';
const COIN_ANSWER = Uint8Array.of(0x01, 0x00, 0x02, 0x00, 0xfd);

/** What a port with a coin acceptor is found to be; it answers from the given question to it on. */
async function found(answersFrom: number) {
  const clock = new HandClock();
  let asked = 0;
  const wire = () =>
    new ScriptedWire({
      hear(bytes, own) {
        if (Buffer.from(bytes).toString('hex') !== COIN_QUESTION) return;
        asked += 1;
        if (asked >= answersFrom) own.say(COIN_ANSWER);
      },
    });
  const answer = await passTime(clock, probePort('/dev/ttyS0', { open: () => Promise.resolve(ok(wire())), clock }));
  return answer.kind === 'device' ? answer.probe.model : answer.kind;
}

test('at the first question, at the second, and not at all', async () => {
  expect(await Promise.all([1, 2, 3].map(found))).toEqual(['coins-cctalk', 'coins-cctalk', 'unknown']);
});
