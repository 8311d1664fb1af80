/** A disk that was copied: two machines with one key, one outbox, one kiosk id. Named, listed, and no citizen's case lost. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HubFault } from '#contract/hub-api.ts';
import { IssuedCode, KioskList, SIGNATURE_WINDOW_MS, type KioskRow } from '#contract/hub-enrolment.ts';
import { KioskId } from '#contract/ids.ts';
import { caseNumber, givenRating, reportedReceipt, STATION, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox, type SealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { enrolDevice, postJson, signByHand, type TestDevice } from '#fixtures/hub/test-device.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeEach(async () => {
  hall = await openTestHub();
});
afterEach(() => hall.close());

async function listed(kiosk: KioskId): Promise<KioskRow | undefined> {
  const { kiosks } = KioskList.parse(await (await fetch(`${hall.hub.url}/v1/kiosks`)).json());
  return kiosks.find((row) => row.kiosk === kiosk);
}
const names = (row: KioskRow | undefined): readonly string[] =>
  (row?.troubles ?? []).map(({ code }) => code).toSorted();

test('both serve citizens by day and night: every case is at the desk, and the page of kiosks says what happened', async () => {
  const one = sealedOutbox(hall.hub.sealingKey);
  const other = sealedOutbox(hall.hub.sealingKey, one.kiosk, one.epoch);
  // What both have from before the copy was made.
  const before = await one.add(submittedCase(1));
  await other.add(submittedCase(1), before.id);
  await hall.send(one, before);
  const serves = async (machine: SealedOutbox, sequence: number): Promise<string[]> => {
    const rows = [
      await machine.add(submittedCase(sequence)),
      await machine.add(reportedReceipt(sequence, 'printed')),
      await machine.add(givenRating(sequence, 4)),
    ];
    const { verdicts } = await hall.send(machine, ...rows);
    // The answer was lost and they come again, from either machine.
    expect((await hall.send(machine, ...rows)).ackThrough).toBeGreaterThanOrEqual(4);
    return verdicts.map(({ verdict }) => verdict);
  };
  expect(await serves(one, 2)).toEqual(['kept', 'kept', 'kept']);
  expect(await serves(other, 3)).toEqual(['quarantined', 'quarantined', 'quarantined']);
  await serves(other, 4);
  await serves(one, 5);
  const { cases } = await hall.cases();
  expect(cases.map((row) => row.caseNumber).toSorted()).toEqual([1, 2, 3, 4, 5].map(caseNumber));
  for (const sequence of [2, 3, 4, 5])
    expect(await hall.case(caseNumber(sequence))).toMatchObject({ receipt: 'printed', rating: 4 });
  const row = await listed(one.kiosk);
  expect(names(row)).toEqual(['chainBroken', 'placeTaken']);
  expect(row).toMatchObject({ setAside: 6, alarms: 7 });
});

test('both gave one number to two citizens: the first has it, the other’s case is kept aside under its name', async () => {
  const one = sealedOutbox(hall.hub.sealingKey);
  const other = sealedOutbox(hall.hub.sealingKey, one.kiosk, one.epoch);
  await hall.send(one, await one.add(submittedCase(1)));
  const twin = await other.add(submittedCase(1));
  await hall.send(other, twin);
  await other.add(submittedCase(2));
  await hall.send(other, await other.add(submittedCase(1)));
  expect((await hall.cases()).cases).toHaveLength(1);
  expect(names(await listed(one.kiosk))).toEqual(['caseNumberReused', 'placeTaken']);
  const kept = await hall.database.selectFrom('quarantine').select('envelope').where('seq', '=', 1).execute();
  expect(kept.map(({ envelope }) => envelope)).toEqual([twin]);
});

async function says(device: TestDevice): Promise<string> {
  const url = `${hall.hub.url}/v1/kiosks/${device.kiosk}/release`;
  const headers = signByHand(device, { method: 'GET', url, body: '', now: hall.clock.now() });
  const reply = await fetch(url, { headers });
  return reply.ok ? 'answered' : HubFault.parse(await reply.json()).fault.code;
}

test('a second machine enrols under the id of the first: the first is refused by name, and listed as a trouble', async () => {
  const kiosk = KioskId.parse(randomUUID());
  const first = await enrolDevice(hall.hub.url, kiosk);
  hall.clock.advance(1);
  const second = await enrolDevice(hall.hub.url, kiosk);
  expect([await says(first), await says(second)]).toEqual(['kiosk.revoked', 'answered']);
  expect(names(await listed(kiosk))).toEqual([]);
  hall.clock.advance(SIGNATURE_WINDOW_MS + 1);
  expect([await says(first), await says(second)]).toEqual(['kiosk.revoked', 'answered']);
  expect(names(await listed(kiosk))).toEqual(['replacedKeyUsed']);
  await says(first);
  expect(await listed(kiosk)).toMatchObject({ alarms: 1, revokedAt: null });
});

test('a kiosk that was revoked and not replaced knocks in vain, which is no trouble', async () => {
  const device = await enrolDevice(hall.hub.url, KioskId.parse(randomUUID()));
  await postJson(`${hall.hub.url}/v1/kiosks/${device.kiosk}/revoke`, {});
  expect(await says(device)).toBe('kiosk.revoked');
  expect(await listed(device.kiosk)).toMatchObject({ alarms: 0, troubles: [] });
});

test('one code typed into twenty machines at the same moment makes one kiosk known', async () => {
  const { code } = IssuedCode.parse(await postJson(`${hall.hub.url}/v1/enrolment-codes`, { station: STATION }));
  const machines = Array.from({ length: 20 }, () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    return { code, kiosk: randomUUID(), station: STATION, publicKey: raw };
  });
  const replies = await Promise.all(machines.map((machine) => postJson(`${hall.hub.url}/v1/enrol`, machine)));
  const refused = replies.flatMap((reply) => {
    const fault = HubFault.safeParse(reply);
    return fault.success ? [fault.data.fault.code] : [];
  });
  expect(refused).toEqual(Array.from({ length: 19 }, () => 'enrolment.codeUsed'));
  const { kiosks } = KioskList.parse(await (await fetch(`${hall.hub.url}/v1/kiosks`)).json());
  expect(kiosks).toHaveLength(1);
});
