/** One question at a time: the right reply is found, the wrong ones are dropped, and nothing waits for ever. */
import { expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { passTime, nextTurn } from '../conformance/pass-time.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import type { Framer } from './framer.ts';
import { openLink, type Question } from './link.ts';

/** Every byte is a frame; 0 is one that came in damaged. */
const byteFramer: Framer<number> = {
  cut: (_rest, bytes) => ({ frames: [...bytes], rest: new Uint8Array(0) }),
  giveUp: () => ({ frames: [], rest: new Uint8Array(0) }),
  interByteMs: () => 100,
};

const never = new AbortController().signal;
const QUESTION = 0x51;

function expecting(answer: number, more: Partial<Question<number, number>> = {}): Question<number, number> {
  return {
    bytes: Uint8Array.of(QUESTION),
    match: (frame) => (frame === answer ? frame : null),
    replyMs: 1_000,
    replyBytes: 1,
    attempts: 2,
    ...more,
  };
}

function setUp(hear: (wire: ScriptedWire, times: number) => void) {
  const clock = new HandClock();
  let times = 0;
  const wire = new ScriptedWire({ hear: (_bytes, to) => hear(to, (times += 1)) });
  const unasked: number[] = [];
  const link = openLink<number>({
    transport: wire,
    framer: byteFramer,
    clock,
    isDamaged: (frame) => frame === 0,
    onUnasked: (frame) => unasked.push(frame),
  });
  return { clock, wire, link, unasked };
}

test('a late reply of another command is dropped, the right one taken', async () => {
  const { clock, link, unasked } = setUp((wire) => wire.say(Uint8Array.of(8, 7)));
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: true, value: 7 });
  expect(unasked).toEqual([8]);
});

test('a doubled reply does not answer the next question', async () => {
  const { clock, link } = setUp((wire, times) => wire.say(times === 1 ? Uint8Array.of(7, 7) : Uint8Array.of(9)));
  await passTime(clock, link.ask(expecting(7), never));
  expect(await passTime(clock, link.ask(expecting(9), never))).toEqual({ ok: true, value: 9 });
});

test('a lost reply is asked for again', async () => {
  const { clock, wire, link } = setUp((to, times) => times === 2 && to.say(Uint8Array.of(7)));
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: true, value: 7 });
  expect(wire.heard).toHaveLength(2);
  expect(clock.now()).toBeGreaterThanOrEqual(1_000);
});

test('a damaged reply is asked for again at once', async () => {
  const { clock, link } = setUp((wire, times) => wire.say(Uint8Array.of(times === 1 ? 0 : 7)));
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: true, value: 7 });
  expect(clock.now()).toBeLessThan(100);
});

test('silence ends after every attempt had its time', async () => {
  const { clock, link } = setUp(() => undefined);
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: false, fault: 'silent' });
  expect(clock.now()).toBeLessThan(2_200);
});

test('the time for a reply starts when the question was handed over', async () => {
  const { clock, wire, link } = setUp(() => undefined);
  const slow = Promise.withResolvers<'taken'>();
  wire.write = () => slow.promise;
  const asked = link.ask(expecting(7, { attempts: 1 }), never);
  await nextTurn();
  clock.forward(60_000);
  slow.resolve('taken');
  await nextTurn();
  wire.say(Uint8Array.of(7));
  expect(await passTime(clock, asked)).toEqual({ ok: true, value: 7 });
});

test('a question given up while its bytes still go out does not end the next one', async () => {
  const { clock, wire, link } = setUp(() => undefined);
  const written: (() => void)[] = [];
  wire.write = () => new Promise((resolve) => written.push(() => resolve('taken')));
  const controller = new AbortController();
  const first = link.ask(expecting(7, { attempts: 1 }), controller.signal);
  controller.abort();
  expect(await first).toEqual({ ok: false, fault: 'aborted' });
  const second = link.ask(expecting(9, { attempts: 1, replyMs: 10_000 }), never);
  for (const taken of written) taken();
  await nextTurn();
  clock.forward(5_000);
  wire.say(Uint8Array.of(9));
  expect(await passTime(clock, second)).toEqual({ ok: true, value: 9 });
});

test('a frozen device that takes no bytes is stuck, not silent', async () => {
  const { clock, wire, link } = setUp(() => undefined);
  wire.writeOutcome = 'stuck';
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: false, fault: 'stuck' });
});

test('who has long to reply has as long to listen', async () => {
  const { clock, wire, link } = setUp(() => undefined);
  const limits: number[] = [];
  wire.write = (_bytes, limitMs) => Promise.resolve((limits.push(limitMs), 'stuck' as const));
  await passTime(clock, link.ask(expecting(7, { replyMs: 10_000 }), never));
  expect(limits).toEqual([10_001]);
});

test('a cable pulled in the middle ends the question, and the ones after it', async () => {
  const { clock, link } = setUp((wire) => wire.unplug());
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: false, fault: 'lost' });
  expect(await passTime(clock, link.ask(expecting(7), never))).toEqual({ ok: false, fault: 'lost' });
});

test('who gives up waits no longer', async () => {
  const { clock, link } = setUp(() => undefined);
  const controller = new AbortController();
  const asked = link.ask(expecting(7), controller.signal);
  await nextTurn();
  controller.abort();
  expect(await passTime(clock, asked, 10)).toEqual({ ok: false, fault: 'aborted' });
});

test('where a reply does not name its question, two of them are worth nothing', async () => {
  const { clock, link } = setUp((wire) => wire.say(Uint8Array.of(7, 7)));
  const asked = link.ask(expecting(7, { attempts: 1, settleMs: 30 }), never);
  expect(await passTime(clock, asked)).toEqual({ ok: false, fault: 'garbled' });
});
