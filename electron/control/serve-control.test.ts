/** The control socket on a real file: who may use it, what it does with nonsense, and what it writes down. */
import { createServer, createConnection } from 'node:net';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONTROL_SOCKET, ControlAnswer, type ControlHandlers } from '#contract/control.ts';
import { DeviceId } from '#contract/ids.ts';
import type { Scope } from '#contract/technician/roles.ts';
import { NO_TECHNICIAN } from '#fixtures/technician/no-technician.ts';
import { systemClock } from '../main/system-clock.ts';
import type { Audit } from './do-call.ts';
import { callControl } from './call-control.ts';
import { ControlRefusal } from './control-refusal.ts';
import { serveControl, type ControlDoor } from './serve-control.ts';

let store = '';
let file = '';
let door: ControlDoor | null = null;
const logged: string[] = [];

beforeEach(() => {
  store = mkdtempSync(path.join(os.tmpdir(), 'yeban-control-'));
  file = path.join(store, CONTROL_SOCKET);
  logged.length = 0;
  audited.length = 0;
});

afterEach(async () => {
  await door?.close();
  door = null;
  rmSync(store, { recursive: true });
});

const handlers: ControlHandlers = {
  ...NO_TECHNICIAN,
  'kiosk.report': () => Promise.reject(new TypeError('a citizen named 林小英')),
  'device.list': async () => [],
  'device.execute': async ({ payload }) => payload,
  'device.trace': async () => ({ lines: [], next: 0 }),
  'outbox.report': () => Promise.reject(new ControlRefusal('device.busy', 'not now')),
  'outbox.verify': async () => ({ rows: 0, chain: 'ok', brokenAt: null }),
  'outbox.page': async () => ({ rows: [], next: null }),
  'outbox.kick': async () => null,
  'release.check': async () => ({ activated: 7 }),
};

async function open(grants: readonly Scope[] = ['diagnose', 'service']): Promise<void> {
  door = await serveControl({
    file,
    handlers,
    grants,
    audit,
    log: (event, detail) => logged.push(line(event, detail)),
  });
}
const audited: string[] = [];
const audit: Audit = async (act, subject, result, code) => {
  audited.push([act, subject, result, code].join(' ').trim());
};
const line = (event: string, detail: unknown): string => `${event} ${JSON.stringify(detail)}`;
const options = () => ({ store, clock: systemClock });

/** One connection on which anything can be said; each answer is checked to be one. */
async function connect() {
  const socket = createConnection(file);
  await once(socket, 'connect');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  return {
    say: (text: string | Buffer) => void socket.write(text),
    hear: async (): Promise<ControlAnswer> => ControlAnswer.parse(JSON.parse(String((await lines.next()).value))),
    leave: () => socket.destroy(),
  };
}

test('only its owner may open it, and nothing else lies beside it', async () => {
  await open();
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(store)).toEqual([CONTROL_SOCKET]);
});

test('a call is answered, and written down without what was in it', async () => {
  await open();
  const request = { device: 'receipt', command: 'print', payload: { text: '林小英' }, timeoutMs: 1_000 };
  const asked = await connect();
  asked.say(`${JSON.stringify({ id: 5, call: 'device.execute', request })}\n`);
  expect(await asked.hear()).toEqual({ id: 5, ok: true, reply: { text: '林小英' } });
  asked.leave();
  expect(await callControl('release.check', null, options())).toEqual({ ok: true, value: { activated: 7 } });
  expect(logged).toEqual([
    'control.called {"call":"device.execute","ok":true}',
    'control.called {"call":"release.check","ok":true}',
  ]);
});

test("the audit knows which way the technician's eyes answered", async () => {
  await open();
  for (const good of [true, false])
    await callControl('device.judge', { device: DeviceId.parse('receipt'), command: 'print', good }, options());
  const begun = audited.filter((entry) => entry.endsWith('begun'));
  expect(begun).toEqual(['device.judge receipt print good begun', 'device.judge receipt print notGood begun']);
});

test('what is refused keeps its code; what crashes tells nothing', async () => {
  await open();
  expect(await callControl('outbox.report', null, options())).toEqual({
    ok: false,
    fault: { kind: 'refused', code: 'device.busy', message: 'not now' },
  });
  const crashed = await callControl('kiosk.report', null, options());
  expect(crashed).toMatchObject({ ok: false, fault: { code: 'control.internal' } });
  expect(JSON.stringify([crashed, logged])).not.toContain('林小英');
});

test('nonsense is named as what it is, and the same connection goes on', async () => {
  await open();
  const visitor = await connect();
  const heard = async (text: string | Buffer): Promise<string> => {
    visitor.say(text);
    const answer = await visitor.hear();
    return answer.ok ? 'done' : `${answer.id} ${answer.fault.code}`;
  };
  expect(await heard('what is this\n')).toBe('0 control.badLine');
  expect(await heard(Buffer.from([0xff, 0x00, 0x1b, 0x0a]))).toBe('0 control.badLine');
  expect(await heard('{"id":3,"call":"kiosk.report"}\n')).toBe('3 control.badLine');
  expect(await heard('{"id":4,"call":"__proto__","request":null}\n')).toBe('4 control.unknownCall');
  expect(await heard('{"id":5,"call":"outbox.kick","request":{}}\n')).toBe('5 control.badRequest');
  expect(await heard(`${'x'.repeat(600_000)}\n`)).toBe('0 control.lineTooLong');
  expect(await heard('{"id":7,"call":"outbox.kick","request":null}\n')).toBe('done');
  visitor.leave();
});

test('who may only look moves nothing', async () => {
  await open(['diagnose']);
  expect(await callControl('device.list', null, options())).toEqual({ ok: true, value: [] });
  expect(await callControl('outbox.kick', null, options())).toMatchObject({ fault: { code: 'control.notAllowed' } });
});

test('the ninth at the door is told to wait, and gets in when one has left', async () => {
  await open();
  const inside = await Promise.all(Array.from({ length: 8 }, connect));
  inside[7]?.say('{"id":1,"call":"device.list","request":null}\n');
  expect(await inside[7]?.hear()).toMatchObject({ ok: true });
  const ninth = await connect();
  expect(await ninth.hear()).toMatchObject({ ok: false, fault: { code: 'control.crowded' } });
  inside[0]?.leave();
  await expect.poll(async () => (await callControl('device.list', null, options())).ok).toBe(true);
  for (const visitor of inside) visitor.leave();
});

test('a dead kiosk’s socket is replaced, a living one’s is not', async () => {
  const left = `require('node:net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 9))`;
  spawnSync(process.execPath, ['-e', left]);
  expect(statSync(file).isSocket()).toBe(true);
  expect(await callControl('device.list', null, options())).toEqual({ ok: false, fault: { kind: 'absent' } });
  await open();
  const second = serveControl({ file, handlers, grants: [], audit, log: () => undefined });
  await expect(second).rejects.toThrow(ControlRefusal);
  expect(await callControl('device.list', null, options())).toMatchObject({ ok: true });
});

test('a file that is no socket is left alone', async () => {
  writeFileSync(file, 'mine');
  await expect(open()).rejects.toThrow(ControlRefusal);
  expect(statSync(file).size).toBe(4);
});

test('no kiosk, a silent one and a babbling one are told apart', async () => {
  expect(await callControl('device.list', null, options())).toEqual({ ok: false, fault: { kind: 'absent' } });
  const silent = createServer((socket) => socket.resume()).listen(file);
  await once(silent, 'listening');
  const late = await callControl('device.list', null, {
    store,
    clock: { ...systemClock, after: (_ms, then) => systemClock.after(1, then) },
  });
  expect(late).toEqual({ ok: false, fault: { kind: 'silent' } });
  await new Promise((resolve) => silent.close(resolve));
  const babbling = createServer((socket) => socket.resume().write('hello\n')).listen(file);
  await once(babbling, 'listening');
  expect(await callControl('device.list', null, options())).toEqual({ ok: false, fault: { kind: 'broken' } });
  await new Promise((resolve) => babbling.close(resolve));
});
