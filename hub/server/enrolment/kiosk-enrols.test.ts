/** How a kiosk becomes known: one code, one kiosk, fifteen minutes; and how it stops being known. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CODE_LIFE_MS,
  EnrolmentCode,
  EnrolReply,
  IssuedCode,
  KioskList,
  type KioskRow,
} from '#contract/hub-enrolment.ts';
import { HubFault } from '#contract/hub-api.ts';
import { KioskId } from '#contract/ids.ts';
import { STATION, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { enrolDevice, postJson } from '#fixtures/hub/test-device.ts';
import { faultOf, openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeEach(async () => {
  hall = await openTestHub();
});
afterEach(() => hall.close());

const newKiosk = (): KioskId => KioskId.parse(randomUUID());

function newPublicKey(): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

async function newCode(station: string = STATION): Promise<string> {
  return IssuedCode.parse(await postJson(`${hall.hub.url}/v1/enrolment-codes`, { station })).code;
}

async function enrol(code: string, kiosk = newKiosk(), publicKey = newPublicKey(), station = STATION): Promise<string> {
  const answer = await postJson(`${hall.hub.url}/v1/enrol`, { code, kiosk, station, publicKey });
  const fault = HubFault.safeParse(answer);
  if (fault.success) return fault.data.fault.code;
  EnrolReply.parse(answer);
  return 'enrolled';
}

async function kiosks(): Promise<readonly KioskRow[]> {
  return KioskList.parse(await (await fetch(`${hall.hub.url}/v1/kiosks`)).json()).kiosks;
}

test('a technician makes a code, types it in small letters, and the kiosk is listed', async () => {
  const kiosk = newKiosk();
  const code = await newCode();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(await enrol(` ${code.toLowerCase()} `, kiosk)).toBe('enrolled');
  const now = hall.clock.now();
  expect(await kiosks()).toEqual([
    {
      ...{ kiosk, station: STATION, enrolledAt: now, lastSeenAt: now, revokedAt: null },
      ...{ release: null, refused: null, alarms: 0, setAside: 0, troubles: [] },
    },
  ]);
});

test('a code is good once, for one station, for fifteen minutes', async () => {
  const used = await newCode();
  await enrol(used);
  expect(await enrol(used)).toBe('enrolment.codeUsed');
  expect(await enrol(await newCode('micro-centre-2'))).toBe('enrolment.otherStation');
  expect(await enrol('2222-2222')).toBe('enrolment.codeUnknown');
  const late = await newCode();
  hall.clock.advance(CODE_LIFE_MS + 1);
  expect(await enrol(late)).toBe('enrolment.codeExpired');
  expect(await kiosks()).toHaveLength(1);
});

test('nobody who reads the database finds a code in it', async () => {
  const code = await newCode();
  const rows = await hall.database.selectFrom('enrolment_code').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(code.slice(0, 4));
});

test('the answer got lost: the same kiosk with the same key gets it again', async () => {
  const [code, kiosk, key] = [await newCode(), newKiosk(), newPublicKey()];
  expect(await enrol(code, kiosk, key)).toBe('enrolled');
  expect(await enrol(code, kiosk, key)).toBe('enrolled');
  expect(await enrol(code, kiosk)).toBe('enrolment.codeUsed');
});

test('two kiosks with the same code at once: one of them is enrolled', async () => {
  const code = await newCode();
  const answers = await Promise.all([enrol(code), enrol(code), enrol(code)]);
  expect(answers.toSorted()).toEqual(['enrolled', 'enrolment.codeUsed', 'enrolment.codeUsed']);
});

test('whoever guesses codes is stopped after twenty in a minute, also before a good one', async () => {
  const good = await newCode();
  for (let guess = 0; guess < 20; guess += 1) expect(await enrol('3333-3333')).toBe('enrolment.codeUnknown');
  expect(await enrol(good)).toBe('enrolment.tooManyTries');
  hall.clock.advance(60_000);
  expect(await enrol(good)).toBe('enrolled');
});

test('a second kiosk with the same key is refused, and somebody has to look', async () => {
  const [first, key] = [newKiosk(), newPublicKey()];
  await enrol(await newCode(), first, key);
  expect(await enrol(await newCode(), newKiosk(), key)).toBe('enrolment.keyTaken');
  expect(await kiosks()).toMatchObject([{ kiosk: first, alarms: 1 }]);
});

test('enrolled again, the kiosk has its new key and the old one is refused', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(submittedCase(1)));
  await enrolDevice(hall.hub.url, outbox.kiosk);
  await expect(hall.send(outbox, await outbox.add(submittedCase(2)))).rejects.toThrow('kiosk.revoked');
  expect(await kiosks()).toMatchObject([{ kiosk: outbox.kiosk, revokedAt: null, release: 7 }]);
});

test('revoked, nothing more is taken from it; its old key is never enrolled again', async () => {
  const [kiosk, key] = [newKiosk(), newPublicKey()];
  await enrol(await newCode(), kiosk, key);
  hall.clock.advance(1_000);
  const revoke = (): Promise<Response> => fetch(`${hall.hub.url}/v1/kiosks/${kiosk}/revoke`, { method: 'POST' });
  expect(await (await revoke()).json()).toMatchObject({ kiosk, revokedAt: hall.clock.now() });
  expect((await revoke()).status).toBe(200);
  expect(await enrol(await newCode(), kiosk, key)).toBe('enrolment.keyRevoked');
  expect(await enrol(await newCode(), kiosk)).toBe('enrolled');
  expect(await kiosks()).toMatchObject([{ kiosk, revokedAt: null }]);
});

test('garbage is told from a code, and an unknown kiosk from a known one', async () => {
  expect(await enrol('not a code')).toBe('enrolment.malformed');
  expect(await enrol(EnrolmentCode.parse('4444-4444'), newKiosk(), 'AAAA')).toBe('enrolment.malformed');
  const unknown = await fetch(`${hall.hub.url}/v1/kiosks/${newKiosk()}/revoke`, { method: 'POST' });
  expect(await faultOf(unknown)).toEqual({ status: 404, code: 'kiosk.notListed' });
});
