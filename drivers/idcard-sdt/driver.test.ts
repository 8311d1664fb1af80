/** The card reader's driver on a scripted wire: every mishap of the hall ends in a word the citizen can use. */
import { expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { hex, toHex } from '../conformance/bytes.ts';
import { nextTurn, passTime } from '../conformance/pass-time.ts';
import { ScriptedWire, type ScriptedWireOptions } from '../conformance/scripted-wire.ts';
import { concat } from '../receipt-escpos/codec.ts';
import { idcardSdt } from './driver.ts';

const STATUS = '11 FF ED';
const FIND = '20 01 22';
const SELECT = '20 02 21';
const READ = '30 01 32';

const READY = hex('AA AA AA 96 69 00 04 00 00 90 94');
const FOUND = hex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97');
const NO_CARD = hex('AA AA AA 96 69 00 04 00 00 80 84');
const SELECTED = hex('AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C');
const NOT_SELECTED = hex('AA AA AA 96 69 00 04 00 00 81 85');
const READ_FAILED = hex('AA AA AA 96 69 00 04 00 00 41 45');
const CARD = cardReply(resident.chip.kind === 'readable' ? resident.chip.textBlock : '');

/** By hand, not with our codec: header, lengths, text, an empty photo, checksum. */
function cardReply(text: string): Uint8Array {
  const body = [...hex('05 08 00 00 90 01 00 04 00'), ...hex(text), ...new Uint8Array(1024)];
  return Uint8Array.of(
    ...hex('AA AA AA 96 69'),
    ...body,
    body.reduce((sum, byte) => sum ^ byte, 0),
  );
}

type Script = Readonly<Record<string, readonly Uint8Array[]>>;

/** Each command's replies in turn; the last one stays. A missing command gets no reply. */
function reader(script: Script, options: Omit<ScriptedWireOptions, 'hear'> = {}) {
  const clock = new HandClock();
  const turns = new Map<string, number>();
  const wire = new ScriptedWire({
    ...options,
    hear(bytes, to) {
      const command = toHex(bytes.slice(7));
      const replies = { [STATUS]: [READY], ...script }[command] ?? [];
      const turn = turns.get(command) ?? 0;
      turns.set(command, turn + 1);
      const reply = replies[Math.min(turn, replies.length - 1)];
      if (reply) to.say(reply);
    },
  });
  const driver = idcardSdt.open({
    id: 'card-reader',
    place: { path: '/wire' },
    settings: { baudRate: 115200 },
    cables: { bytes: () => Promise.resolve(ok(wire)) },
    clock,
    log: () => undefined,
  });
  const events: string[] = [];
  const execute = (command: 'read' | 'awaitRemoval', timeoutMs = 20_000) =>
    passTime(clock, driver.execute(command, {}, { timeoutMs, onEvent: (event) => events.push(event) }));
  const commands = (): string[] =>
    wire.heard.map((bytes) => toHex(bytes.slice(7))).filter((command) => command !== STATUS);
  return { clock, wire, driver, events, execute, commands };
}

const GOOD: Script = { [FIND]: [NO_CARD, NO_CARD, FOUND], [SELECT]: [SELECTED], [READ]: [CARD] };

test('a card is waited for, found, and read', async () => {
  const { execute, events } = reader(GOOD);
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
  expect(events).toEqual(['mediaInserted']);
});

test.each([9600, 115200])('byte by byte at %i baud it is the same', async (baudRate) => {
  const { execute } = reader(GOOD, { byteByByte: true, baudRate });
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
});

test('garbage around every reply changes nothing', async () => {
  const noisy = (reply: Uint8Array): Uint8Array => concat([hex('00 AA AA 12'), reply, hex('AA AA AA 96 00')]);
  const { execute } = reader({ [FIND]: [noisy(FOUND)], [SELECT]: [noisy(SELECTED)], [READ]: [noisy(CARD)] });
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
});

test('every reply twice, and late ones of the command before: still one card', async () => {
  const { execute } = reader({
    [FIND]: [concat([FOUND, FOUND])],
    [SELECT]: [concat([FOUND, SELECTED, SELECTED])],
    [READ]: [concat([SELECTED, CARD, CARD])],
  });
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
});

test('a reply with a wrong checksum is asked for again', async () => {
  const broken = CARD.slice();
  broken[400] = 0x55;
  const { execute } = reader({ ...GOOD, [READ]: [broken, CARD] });
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
});

test('only wrong checksums never become a card', async () => {
  const broken = CARD.slice();
  broken[400] = 0x55;
  const { execute } = reader({ ...GOOD, [READ]: [broken] });
  expect(await execute('read')).toMatchObject({ ok: false, fault: { code: 'card.unreadable' } });
});

test('no card before the time is up: card.absent', async () => {
  const { execute, clock } = reader({ [FIND]: [NO_CARD] });
  expect(await execute('read', 10_000)).toEqual({ ok: false, fault: { code: 'card.absent', completion: 'timeOut' } });
  expect(clock.now()).toBeLessThan(10_100);
});

test('a card lifted while it is read: card.lifted', async () => {
  const { execute, events } = reader({ [FIND]: [FOUND, NO_CARD], [SELECT]: [SELECTED], [READ]: [READ_FAILED] });
  expect(await execute('read')).toMatchObject({ ok: false, fault: { code: 'card.lifted' } });
  expect(events).toEqual(['mediaInserted', 'mediaRemoved']);
});

test('a card that lies there and cannot be read is tried three times', async () => {
  const { execute, commands } = reader({ [FIND]: [FOUND], [SELECT]: [SELECTED], [READ]: [READ_FAILED] });
  expect(await execute('read')).toEqual({
    ok: false,
    fault: { code: 'card.unreadable', completion: 'commandErrorCode', detail: 'SW3 41' },
  });
  expect(commands().filter((command) => command === READ)).toHaveLength(3);
});

test('a wrong check digit is an unreadable card, and the number appears nowhere', async () => {
  const chip = resident.chip.kind === 'readable' ? resident.chip.textBlock : '';
  const at = (122 + 34) * 2;
  const { execute } = reader({ ...GOOD, [READ]: [cardReply(`${chip.slice(0, at)}3100${chip.slice(at + 4)}`)] });
  expect(await execute('read')).toEqual({
    ok: false,
    fault: { code: 'card.unreadable', completion: 'commandErrorCode', detail: 'not plausible: idNumber' },
  });
});

test('a reader that says nothing is the reader’s trouble, not the card’s', async () => {
  const { execute, driver } = reader({ [STATUS]: [] });
  expect(await execute('read')).toMatchObject({
    ok: false,
    fault: { code: 'card.readerTrouble', completion: 'deviceNotReady' },
  });
  expect(driver.status().state).toBe('unknown');
});

test('a module that failed its self-test says so', async () => {
  const { execute } = reader({ [FIND]: [hex('AA AA AA 96 69 00 04 00 00 60 64')] });
  expect(await execute('read')).toMatchObject({ ok: false, fault: { code: 'card.readerTrouble', detail: 'SW3 60' } });
});

test('the cable pulled at any byte of a card: device.lost', async () => {
  for (const at of [0, 1, 6, 7, 300, CARD.length - 1]) {
    const { execute, wire } = reader({ [FIND]: [FOUND], [SELECT]: [SELECTED] });
    const { write } = wire;
    wire.write = (bytes, limitMs) => {
      const written = write.call(wire, bytes, limitMs);
      if (toHex(bytes.slice(7)) === READ) {
        wire.say(CARD.slice(0, at));
        wire.unplug();
      }
      return written;
    };
    expect(await execute('read')).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  }
});

test('a cancelled read ends at once', async () => {
  const { driver, clock } = reader({ [FIND]: [NO_CARD] });
  const controller = new AbortController();
  const reading = driver.execute('read', {}, { timeoutMs: 60_000, cancelled: controller.signal });
  await nextTurn();
  controller.abort();
  expect(await passTime(clock, reading, 10)).toEqual({
    ok: false,
    fault: { code: 'device.canceled', completion: 'canceled' },
  });
});

test('the same citizen tries again with the card still lying there: it is read without lifting', async () => {
  const { execute } = reader({ [FIND]: [FOUND, NO_CARD], [SELECT]: [SELECTED], [READ]: [CARD] });
  await execute('read');
  expect(await execute('read')).toEqual({ ok: true, value: SAYS.resident });
});

test('the next citizen never gets the card of the one before', async () => {
  const { execute, driver } = reader({ [FIND]: [FOUND, NO_CARD], [SELECT]: [SELECTED], [READ]: [CARD] });
  await execute('read');
  driver.claimed();
  expect(await execute('read', 5_000)).toMatchObject({ ok: false, fault: { code: 'card.absent' } });
});

test('removal is told where the reader selects a card that lies there', async () => {
  const { execute, events } = reader({
    [FIND]: [FOUND],
    [SELECT]: [SELECTED, SELECTED, SELECTED, NOT_SELECTED],
    [READ]: [CARD],
  });
  await execute('read');
  expect(await execute('awaitRemoval')).toEqual({ ok: true, value: null });
  expect(events).toEqual(['mediaInserted', 'mediaRemoved']);
});

test('where the reader cannot tell, removal is not claimed', async () => {
  const { execute } = reader({ [FIND]: [FOUND, NO_CARD], [SELECT]: [SELECTED, NOT_SELECTED], [READ]: [CARD] });
  await execute('read');
  expect(await execute('awaitRemoval')).toMatchObject({ ok: false, fault: { completion: 'unsupportedCommand' } });
});

test('a card that was never read is seen to leave by looking for it', async () => {
  const { execute } = reader({ [FIND]: [FOUND, FOUND, NO_CARD] });
  expect(await execute('awaitRemoval')).toEqual({ ok: true, value: null });
});

test('a reader that is not there: device.missing, and it is looked for at once, then less and less often', async () => {
  const clock = new HandClock();
  const attempts: number[] = [];
  const driver = idcardSdt.open({
    id: 'card-reader',
    place: { path: '/nowhere' },
    settings: { baudRate: 115200 },
    cables: {
      bytes: () => {
        attempts.push(clock.now());
        return Promise.resolve(fail({ reason: 'missing', detail: 'no such file' }));
      },
    },
    clock,
    log: () => undefined,
  });
  const gap = (index: number): number => (attempts[index] ?? 0) - (attempts[index - 1] ?? 0);
  for (let second = 0; second < 120; second += 1) {
    await nextTurn();
    clock.forward(1_000);
  }
  expect([1, 2, 3, 4, 5, 6, 7].map(gap)).toEqual([1, 2, 4, 8, 16, 30, 30].map((seconds) => seconds * 1_000));
  const before = attempts.length;
  const completion = await passTime(clock, driver.execute('read', {}, { timeoutMs: 1_000 }), 50);
  expect(completion).toMatchObject({ ok: false, fault: { code: 'device.missing', detail: 'no such file' } });
  expect(attempts.length).toBe(before + 1);
});
