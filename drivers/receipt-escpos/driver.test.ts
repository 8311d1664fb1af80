/** The receipt printer's driver on a scripted wire: what is known of a receipt is said, and nothing is printed twice. */
import { expect, test } from 'vitest';
import type { PrintProof } from '#contract/devices/printer.ts';
import type { Receipt } from '#contract/devices/printer.ts';
import { ok } from '#contract/result.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { hex, toHex } from '../conformance/bytes.ts';
import { nextTurn, passTime } from '../conformance/pass-time.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import { receiptEscpos } from './driver.ts';

const RECEIPT: Receipt = {
  blocks: [
    { kind: 'title', text: '望舒区政务服务凭条' },
    { kind: 'qr', data: 'case-1' },
  ],
};
const FINE = 0x12;

interface PrinterScript {
  /** Replies to DLE EOT 1 to 4, before and after a job; null is silence. */
  readonly before?: readonly (number | readonly number[] | null)[];
  readonly after?: readonly (number | null)[];
  /** What the printer does with a job; sends its proof when nothing is said. */
  readonly job?: (wire: ScriptedWire, proof: Uint8Array) => void;
}

const ALL_FINE = [FINE, FINE, FINE, FINE] as const;

function printer(script: PrinterScript = {}, proof: PrintProof = 'processId') {
  const clock = new HandClock();
  const jobs: Uint8Array[] = [];
  const wire = new ScriptedWire({
    hear(bytes, to) {
      if (bytes[0] === 0x10) {
        const replies = (jobs.length === 0 ? script.before : script.after) ?? ALL_FINE;
        const reply = replies[(bytes[2] ?? 1) - 1] ?? null;
        if (reply !== null) to.say(Uint8Array.from([reply].flat()));
      } else if (bytes[0] === 0x1b) {
        jobs.push(bytes);
        const proof = Uint8Array.of(0x37, 0x22, ...bytes.slice(-4), 0x00);
        if (script.job) script.job(to, proof);
        else to.say(proof);
      }
    },
  });
  const driver = receiptEscpos.open({
    id: 'receipt',
    place: { path: '/wire' },
    settings: { baudRate: 115200, columns: 48, proof, rareSigns: '/no/such/font' },
    cables: { bytes: () => Promise.resolve(ok(wire)) },
    clock,
    log: () => undefined,
  });
  const print = (timeoutMs = 60_000) => passTime(clock, driver.execute('print', RECEIPT, { timeoutMs }));
  return { clock, wire, driver, jobs, print };
}

test('a proof makes it printed', async () => {
  const { print, jobs } = printer();
  expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
  expect(jobs).toHaveLength(1);
});

test.each<[string, readonly number[], string]>([
  ['no paper', [0x1a, 0x32, FINE, 0x7e], 'printer.paperOut'],
  ['cover open', [0x1a, 0x16, FINE, FINE], 'printer.coverOpen'],
  ['cutter jammed', [0x1a, 0x52, 0x1a, FINE], 'printer.jammed'],
  ['mechanism broken', [0x1a, 0x52, 0x32, FINE], 'printer.jammed'],
  ['off line for another reason', [0x1a, FINE, FINE, FINE], 'device.busy'],
])('%s: a fault, and nothing was sent', async (_, before, code) => {
  const { print, jobs } = printer({ before });
  expect(await print()).toMatchObject({ ok: false, fault: { code } });
  expect(jobs).toHaveLength(0);
});

test('little paper is enough', async () => {
  const nearEnd = [FINE, FINE, FINE, 0x1e];
  const { print } = printer({ before: nearEnd, after: nearEnd });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'nearEnd' } });
});

test('a printer that does not answer before: silent, nothing sent, status unknown', async () => {
  const { print, jobs, driver } = printer({ before: [null, null, null, null] });
  expect(await print()).toMatchObject({ ok: false, fault: { code: 'printer.silent' } });
  expect(jobs).toHaveLength(0);
  expect(driver.status()).toMatchObject({ state: 'unknown', values: { paper: { value: 'unknown', source: 'never' } } });
});

test('two replies to one question are worth nothing: unknown, not ok', async () => {
  const { print, jobs } = printer({ before: [[FINE, FINE], FINE, FINE, FINE] });
  expect(await print()).toMatchObject({ ok: false, fault: { code: 'printer.silent' } });
  expect(jobs).toHaveLength(0);
});

test('no proof comes: unconfirmed, and never printed again', async () => {
  const { print, jobs } = printer({ job: () => undefined });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'ok' } });
  expect(jobs).toHaveLength(1);
});

test('silence after the data: unconfirmed, and the paper is unknown', async () => {
  const { print } = printer({ job: () => undefined, after: [null, null, null, null] });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'unknown' } });
});

test('the proof of an earlier receipt proves nothing', async () => {
  const { print } = printer({ job: (wire) => wire.say(hex('37 22 41 41 41 41 00')) });
  expect(await print()).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
});

test('the paper ends in the middle: said as soon as the printer says it', async () => {
  const { print, clock } = printer({ job: (wire) => wire.say(hex('18 00 0C 00')), after: [0x1a, 0x32, FINE, 0x72] });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'out' } });
  expect(clock.now()).toBeLessThan(2_000);
});

test('the cable pulled before the data: a fault', async () => {
  const { print, wire, jobs } = printer({ before: [FINE, null, null, null] });
  const printing = print();
  await nextTurn();
  wire.unplug();
  expect(await printing).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  expect(jobs).toHaveLength(0);
});

test('the cable pulled in the data: unconfirmed', async () => {
  const { print } = printer({ job: (wire) => wire.unplug() });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'unknown' } });
});

test('the cable pulled after the proof: printed', async () => {
  const { print } = printer({
    job(wire, proof) {
      wire.say(proof);
      wire.unplug();
    },
  });
  expect(await print()).toMatchObject({ ok: true, value: { outcome: 'printed' } });
});

test('out of time or cancelled after the data: unconfirmed, not a time-out', async () => {
  const { print } = printer({ job: () => undefined });
  expect(await print(3_000)).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
});

test('a printer that takes no bytes: unconfirmed', async () => {
  const { wire, print } = printer();
  const { write } = wire;
  wire.write = (bytes, limitMs) => (bytes[0] === 0x1b ? Promise.resolve('stuck') : write.call(wire, bytes, limitMs));
  expect(await print()).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
});

test('a cover that is opened while nobody prints is known at once', async () => {
  const { wire, driver, clock } = printer();
  await passTime(clock, driver.execute('selfTest', {}, { timeoutMs: 10_000 }));
  expect(wire.heard.map(toHex)).toContain('1D 61 0E');
  const heard: string[] = [];
  driver.onStatus((status) => heard.push(`${status.state} ${status.values['cover']?.value}`));
  wire.say(hex('38 00 00 00'));
  wire.say(hex('38 00 00 00'));
  expect(heard).toEqual(['offline open']);
  expect(driver.status().values['cover']?.source).toBe('unsolicited');
});

test('receipts wait for each other', async () => {
  const { driver, clock, jobs } = printer();
  const both = Promise.all([
    driver.execute('print', RECEIPT, { timeoutMs: 60_000 }),
    driver.execute('print', RECEIPT, { timeoutMs: 60_000 }),
  ]);
  expect((await passTime(clock, both)).map((each) => each.ok)).toEqual([true, true]);
  expect(jobs).toHaveLength(2);
  expect(toHex((jobs[0] ?? hex('')).slice(-4))).not.toBe(toHex((jobs[1] ?? hex('')).slice(-4)));
});

test('a command nobody knows and a payload that is none are refused', async () => {
  const { driver } = printer();
  const options = { timeoutMs: 1_000 };
  expect(await driver.perform('explode', {}, options)).toMatchObject({ fault: { completion: 'unsupportedCommand' } });
  expect(await driver.perform('toString', {}, options)).toMatchObject({ fault: { completion: 'unsupportedCommand' } });
  expect(await driver.perform('print', { blocks: [] }, options)).toMatchObject({
    fault: { completion: 'invalidData' },
  });
});

/** A printer that answers GS r in its turn, with this byte. */
const answersInTurn = (byte: number) => (wire: ScriptedWire) => wire.say(Uint8Array.of(byte));
const OUT_OF_PAPER = [0x1a, 0x32, FINE, 0x7e] as const;
const COVER_OPEN = [0x1a, 0x16, FINE, FINE] as const;

test.each<[string, PrinterScript, string, string]>([
  ['answers in turn and is well', { job: answersInTurn(0x00) }, 'printed', 'ok'],
  ['answers in turn with little paper', { job: answersInTurn(0x03) }, 'printed', 'ok'],
  ['answers in turn, and then its cover is open', { job: answersInTurn(0x00), after: COVER_OPEN }, 'unconfirmed', 'ok'],
  ['says that the paper is out', { job: answersInTurn(0x0f), after: OUT_OF_PAPER }, 'unconfirmed', 'out'],
  ['never comes to the question', { job: () => undefined, after: OUT_OF_PAPER }, 'unconfirmed', 'out'],
  ['answers more than it was asked', { job: (wire) => wire.say(Uint8Array.of(0, 0)) }, 'unconfirmed', 'ok'],
])('declared to prove by its status, a printer that %s', async (_, script, outcome, paper) => {
  const { print, jobs } = printer(script, 'status');
  expect(await print()).toEqual({ ok: true, value: { outcome, paper } });
  expect(jobs).toHaveLength(1);
  // Nothing of it is the process id, which such a printer would print as rubbish or drop.
  expect(toHex(jobs[0] ?? new Uint8Array(0))).not.toContain('1D 28 48');
});

test('declared to prove nothing, nobody waits for a proof: unconfirmed within two seconds, with the paper as it is', async () => {
  const { print, clock, jobs } = printer({ job: () => undefined }, 'none');
  const begun = clock.now();
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'ok' } });
  expect(clock.now() - begun).toBeLessThan(2_000);
  expect(jobs).toHaveLength(1);
});

test('after a cable pulled in the middle of a receipt, the next one first fills up half commands and cuts off half receipts', async () => {
  const clock = new HandClock();
  const jobs: Uint8Array[] = [];
  const hear = (bytes: Uint8Array, wire: ScriptedWire): void => {
    if (bytes[0] === 0x10) return wire.say(Uint8Array.of(FINE));
    jobs.push(bytes);
    if (jobs.length === 1) wire.unplug();
  };
  const wires = [new ScriptedWire({ hear }), new ScriptedWire({ hear })];
  const driver = receiptEscpos.open({
    id: 'receipt',
    place: { path: '/wire' },
    settings: { baudRate: 115200, columns: 48, proof: 'processId', rareSigns: '/no/such/font' },
    cables: { bytes: () => Promise.resolve(ok(wires.shift() ?? new ScriptedWire())) },
    clock,
    log: () => undefined,
  });
  const print = () => passTime(clock, driver.execute('print', RECEIPT, { timeoutMs: 60_000 }));
  expect(await print()).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
  await passTime(clock, driver.execute('selfTest', {}, { timeoutMs: 10_000 }));
  // Nothing that a printer with half a command would swallow or print.
  expect(jobs).toHaveLength(1);
  await print();
  const [first = hex(''), second = hex('')] = jobs;
  expect([...second.slice(0, 4_352)].every((byte) => byte === 0)).toBe(true);
  expect(toHex(second.slice(4_352, 4_361))).toBe('1B 40 0A 0A 0A 0A 1D 56 01');
  expect(toHex(second.slice(4_361, -4))).toBe(toHex(first.slice(0, -4)));
});
