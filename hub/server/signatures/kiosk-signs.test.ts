/** What the hub believes of a signed request, and the name of every reason not to. The signer is written out by hand. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HubFault } from '#contract/hub-api.ts';
import { KioskId } from '#contract/ids.ts';
import { startHub } from '#hub/server/start-hub.ts';
import { enrolDevice, signByHand, type TestDevice, type ToSign } from '#fixtures/hub/test-device.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
let device: TestDevice;
let address: string;
beforeAll(async () => {
  hall = await openTestHub();
  device = await enrolDevice(hall.hub.url, KioskId.parse(randomUUID()));
  address = `${hall.hub.url}/v1/kiosks/${device.kiosk}/batches`;
});
afterAll(() => hall.close());

type Fields = Record<string, string>;

/** Signed right, then changed on its way. */
async function send(change: Partial<ToSign> = {}, onTheWay: (fields: Fields) => Fields = (fields) => fields) {
  const request = { method: 'POST', url: address, body: '{}', now: hall.clock.now(), ...change };
  return await sendAs(request.url, request.body, onTheWay(signByHand(device, request)));
}

/** The code of the fault. `batch.malformed` means that the signature was believed: the body is no batch. */
async function sendAs(url: string, body: string, fields: Fields) {
  const headers = { 'content-type': 'application/json', ...fields };
  const response = await fetch(url, { method: 'POST', headers, body });
  return HubFault.parse(await response.json()).fault;
}

test('a request signed as RFC 9421 says is believed', async () => {
  expect((await send()).code).toBe('batch.malformed');
});

test('a request without a signature is not, and gets no word about its body', async () => {
  for (const body of ['{}', '{"kiosk":', 'x'.repeat(100)])
    expect((await sendAs(address, body, {})).code).toBe('signature.missing');
});

test('one changed byte of the body, another address or another method is found', async () => {
  const fields = signByHand(device, { method: 'POST', url: address, body: '{}', now: hall.clock.now() });
  expect((await sendAs(address, '{ }', fields)).code).toBe('signature.bad');
  expect((await sendAs(`${address}?x=1`, '{}', fields)).code).toBe('signature.bad');
  expect((await sendAs(address.replace('batches', 'lookups'), '{}', fields)).code).toBe('signature.bad');
  expect((await send({ method: 'PUT' }, (signed) => signed)).code).toBe('signature.bad');
  expect((await send({ url: address.replace('127.0.0.1', 'localhost') })).code).not.toBe('signature.bad');
});

test.each<[string, (fields: Fields) => Fields]>([
  ['no digest covered', (fields) => replace(fields, 'signature-input', ' "content-digest"', '')],
  ['a component nobody asked for', (fields) => replace(fields, 'signature-input', '"@path"', '"@path" "date"')],
  ['another algorithm', (fields) => replace(fields, 'signature-input', 'ed25519', 'hmac-sha256')],
  ['no nonce', (fields) => ({ ...fields, 'signature-input': dropNonce(fields) })],
  ['another label', (fields) => replace(fields, 'signature-input', 'kiosk=', 'sig1=')],
  ['a digest of another kind', (fields) => replace(fields, 'content-digest', 'sha-256', 'sha-512')],
  ['a signature that is none', (fields) => ({ ...fields, signature: 'kiosk=:AAAA:' })],
  ['another expiry', (fields) => replace(fields, 'signature-input', 'expires=', 'expires=9')],
])('%s is not believed', async (_what, onTheWay) => {
  expect((await send({}, onTheWay)).code).toBe('signature.bad');
});

test('the same request a second time is a replay, at every hub process of one database', async () => {
  const fields = signByHand(device, { method: 'POST', url: address, body: '{}', now: hall.clock.now() });
  expect((await sendAs(address, '{}', fields)).code).toBe('batch.malformed');
  expect((await sendAs(address, '{}', fields)).code).toBe('signature.replayed');
  const { clock, keyFolder } = hall;
  const database = { url: hall.hub.databaseUrl };
  const other = await startHub({
    database,
    keyFolder,
    host: '127.0.0.1',
    port: 0,
    consoleFolder: null,
    clock,
    log: () => {},
  });
  const url = address.replace(hall.hub.url, other.url);
  const nonce = 'a-nonce-for-two-hubs';
  try {
    expect((await send({ nonce })).code).toBe('batch.malformed');
    const again = signByHand(device, { method: 'POST', url, body: '{}', now: hall.clock.now(), nonce });
    expect((await sendAs(url, '{}', again)).code).toBe('signature.replayed');
  } finally {
    await other.close();
  }
});

test.each([
  ['five minutes old', -301_000, 'signature.old'],
  ['five minutes from the future', 302_000, 'signature.old'],
  ['four minutes old', -240_000, 'batch.malformed'],
])('a signature %s: %s', async (_what, ahead, code) => {
  const fault = await send({ now: hall.clock.now() + ahead });
  expect(fault.code).toBe(code);
  expect(fault.hubTime).toBe(code === 'signature.old' ? hall.clock.now() : undefined);
});

test('nonces are forgotten when no window lets them through any more', async () => {
  await send();
  hall.clock.advance(3 * 300_000 + 1);
  await send();
  const left = await hall.database.selectFrom('signature_nonce').selectAll().execute();
  expect(left).toHaveLength(1);
});

test('a kiosk nobody enrolled, and a key that signs for another kiosk, are unknown; the second raises an alarm', async () => {
  const stranger = { ...device, keyId: `${randomUUID()}:${'0'.repeat(32)}` };
  const unknown = signByHand(stranger, { method: 'POST', url: address, body: '{}', now: hall.clock.now() });
  expect((await sendAs(address, '{}', unknown)).code).toBe('kiosk.unknown');
  const other = randomUUID();
  expect((await send({ url: address.replace(device.kiosk, other) })).code).toBe('kiosk.unknown');
  const alarms = await hall.database.selectFrom('alarm').select(['kiosk_id', 'code', 'fingerprint']).execute();
  expect(alarms).toEqual([{ kiosk_id: device.kiosk, code: 'keyOfOtherKiosk', fingerprint: other }]);
});

function replace(fields: Fields, field: string, from: string, to: string): Fields {
  return { ...fields, [field]: (fields[field] ?? '').replace(from, to) };
}

function dropNonce(fields: Fields): string {
  return (fields['signature-input'] ?? '').replace(/;nonce="[^"]*"/, '');
}
