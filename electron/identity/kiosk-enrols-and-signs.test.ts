/** A kiosk becomes known to a real hub and stays so: the hub away, codes that are no use, clocks that are wrong, power cuts. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CODE_LIFE_MS, EnrolmentCode } from '#contract/hub-enrolment.ts';
import { KioskId } from '#contract/ids.ts';
import { startHub } from '#hub/server/start-hub.ts';
import { freePort } from '#fixtures/hall/free-port.ts';
import { newCode } from '#fixtures/hall/new-code.ts';
import { STATION } from '#fixtures/hub/invented-case.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { CAN_MOUNT, makeSmallDisk } from '#fixtures/store/small-disk.ts';
import { makeHandClock, type HandClock } from '#fixtures/store/hand-clock.ts';
import { openIdentity, type Identity } from './open-identity.ts';
import { NotEnrolled } from './signed-fetch.ts';

const REQUEST_MS = 15_000;
const kiosk = KioskId.parse(randomUUID());

let hall: TestHub;
let folder: string;
let clock: HandClock;
let events: string[];
let opened: Identity[];
beforeEach(async () => {
  hall = await openTestHub();
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'yeban-identity-')), 'identity');
  // Eight months behind the hub's.
  clock = makeHandClock();
  events = [];
  opened = [];
});
afterEach(async () => {
  for (const identity of opened) await identity.stop();
  await hall.close();
  rmSync(path.dirname(folder), { recursive: true });
});

function start(enrolment: EnrolmentCode | undefined, url = hall.hub.url): Identity {
  const log = (event: string, detail: object = {}): number => events.push([event, ...Object.values(detail)].join(' '));
  const identity = openIdentity({ folder, kiosk, station: STATION, hub: { url, enrolment }, clock, log });
  opened.push(identity);
  return identity;
}

async function enrolled(identity: Identity): Promise<Identity> {
  if (identity.state().enrolment !== 'done') await new Promise((resolve) => identity.onEnrolled(resolve));
  return identity;
}

/** The status of a signed request. */
async function ask(identity: Identity, url = hall.hub.url): Promise<number> {
  return (await identity.fetch(`${url}/v1/kiosks/${kiosk}/release`, { method: 'GET' })).status;
}

const code = (): Promise<EnrolmentCode> => newCode(hall.hub.url, STATION);

test('with a good code the kiosk enrols, and what it asks is answered although its clock is months wrong', async () => {
  const identity = await enrolled(start(await code()));
  expect(await ask(identity)).toBe(200);
  expect(identity.state()).toMatchObject({ enrolment: 'done', fault: null, refusal: null });
  expect(identity.enrolment()?.sealingKey).toEqual(hall.hub.sealingKey);
});

test('after a restart it needs no code, and finds the hub’s time again by itself', async () => {
  const first = await code();
  await (await enrolled(start(first))).stop();
  for (const given of [undefined, first]) {
    const again = start(given);
    expect(again.state()).toMatchObject({ enrolment: 'done' });
    expect([await ask(again), await ask(again)]).toEqual([200, 200]);
    expect(again.state().refusal).toBeNull();
  }
});

test('the key is for the kiosk’s eyes only', async () => {
  await enrolled(start(await code()));
  expect(readdirSync(folder)).toEqual(['device-key.json']);
  expect(statSync(path.join(folder, 'device-key.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('while the hub is away it tries ever more slowly, and enrols with the same key when it is back', async () => {
  const given = await code();
  const port = await freePort();
  const identity = start(given, `http://127.0.0.1:${port}`);
  await clock.timer((ms) => ms !== REQUEST_MS);
  await expect(ask(identity)).rejects.toThrow(NotEnrolled);
  expect(identity.state()).toMatchObject({ keyId: null, enrolment: 'trying', fault: 'unreachable' });
  const before = readFileSync(path.join(folder, 'device-key.next.json'), 'utf8');
  const database = { url: hall.hub.databaseUrl };
  const { clock: hubClock, keyFolder } = hall;
  const options = { database, keyFolder, host: '127.0.0.1', port, consoleFolder: null, clock: hubClock, log: () => {} };
  const back = await startHub(options);
  try {
    identity.kick();
    await enrolled(identity);
    expect(await ask(identity, back.url)).toBe(200);
  } finally {
    await back.close();
  }
  const { publicKey } = JSON.parse(before) as { publicKey: string };
  expect(readFileSync(path.join(folder, 'device-key.json'), 'utf8')).toContain(publicKey);
});

test('the power fails after the hub said yes and before the kiosk kept it: the same code still does', async () => {
  const given = await code();
  await (await enrolled(start(given))).stop();
  const kept = JSON.parse(readFileSync(path.join(folder, 'device-key.json'), 'utf8')) as object;
  rmSync(path.join(folder, 'device-key.json'));
  writeFileSync(path.join(folder, 'device-key.next.json'), JSON.stringify({ ...kept, enrolled: null }));
  expect(await ask(await enrolled(start(given)))).toBe(200);
});

test.skipIf(!CAN_MOUNT)(
  'the disk is full when the hub says yes: nothing dies of it, and with room the same code does',
  async () => {
    const disk = makeSmallDisk(1);
    try {
      folder = path.join(disk.folder, 'identity');
      const given = await code();
      await start(given, `http://127.0.0.1:${await freePort()}`).stop();
      disk.fill();
      const identity = start(given);
      await expect.poll(() => identity.state()).toMatchObject({ enrolment: 'trying', fault: 'noRoom', keyId: null });
      expect(events).toContain('identity.notKept noRoom');
      disk.clear();
      identity.kick();
      expect(await ask(await enrolled(identity))).toBe(200);
      await identity.stop();
    } finally {
      rmSync(folder, { recursive: true });
      disk.remove();
      folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'yeban-identity-')), 'identity');
    }
  },
);

test('a code that is too old is said clearly, and not tried for ever', async () => {
  const given = await code();
  hall.clock.advance(CODE_LIFE_MS + 1);
  const identity = start(given);
  await expect.poll(() => identity.state().enrolment).toBe('refused');
  expect(identity.state().fault).toBe('enrolment.codeExpired');
  expect(events).toEqual(['identity.codeRefused enrolment.codeExpired']);
  expect(clock.timers.size).toBe(0);
});

test('with a new code the kiosk is enrolled anew, and goes on with the old key until then', async () => {
  const identity = await enrolled(start(await code()));
  const oldKey = identity.state().keyId;
  await identity.stop();
  const wrong = start(EnrolmentCode.parse('5555-5555'));
  await expect.poll(() => wrong.state().enrolment).toBe('refused');
  expect(await ask(wrong)).toBe(200);
  await wrong.stop();
  const anew = start(await code());
  await new Promise((resolve) => anew.onEnrolled(resolve));
  expect(anew.state().keyId).not.toBe(oldKey);
  expect(await ask(anew)).toBe(200);
});

test('a revoked kiosk is told so, and says it once in its log', async () => {
  const identity = await enrolled(start(await code()));
  await fetch(`${hall.hub.url}/v1/kiosks/${kiosk}/revoke`, { method: 'POST' });
  expect([await ask(identity), await ask(identity)]).toEqual([401, 401]);
  expect(identity.state().refusal).toBe('kiosk.revoked');
  expect(events.filter((event) => event.startsWith('identity.notBelieved'))).toEqual([
    'identity.notBelieved kiosk.revoked',
  ]);
});

test('a damaged key file keeps nobody from being served: it is moved aside, and a new code mends it', async () => {
  await (await enrolled(start(await code()))).stop();
  writeFileSync(path.join(folder, 'device-key.json'), '{"publicKey":');
  const without = start(undefined);
  expect(without.state()).toMatchObject({ keyId: null, enrolment: 'noCode' });
  expect(events).toContain('identity.keyDamaged current');
  await without.stop();
  expect(await ask(await enrolled(start(await code())))).toBe(200);
});
