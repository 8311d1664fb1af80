/** What a kiosk sends is kept once, whatever order, repetition or damage it comes in. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RecordId } from '#contract/ids.ts';
import { caseNumber, givenRating, reportedReceipt, submittedCase } from '#fixtures/hub/invented-case.ts';
import { hashOf, sealedOutbox, type SealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, post, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

const newKiosk = (): SealedOutbox => sealedOutbox(hall.hub.sealingKey);
const verdicts = (reply: { verdicts: readonly { verdict: string }[] }): string[] =>
  reply.verdicts.map((verdict) => verdict.verdict);

function receiptFor(count: number): unknown {
  return {
    ...reportedReceipt(1, 'printed'),
    caseNumbers: Array.from({ length: count }, (_, index) => caseNumber(index + 1)),
  };
}

async function casesOf(outbox: SealedOutbox): Promise<number> {
  const rows = await hall.database
    .selectFrom('case_file')
    .select('case_number')
    .where('kiosk_id', '=', outbox.kiosk)
    .execute();
  return rows.length;
}

async function asideOf(outbox: SealedOutbox): Promise<string[]> {
  const rows = await hall.database
    .selectFrom('quarantine')
    .select('code')
    .where('kiosk_id', '=', outbox.kiosk)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.code);
}

async function alarmsOf(outbox: SealedOutbox): Promise<string[]> {
  const rows = await hall.database
    .selectFrom('alarm')
    .select('code')
    .where('kiosk_id', '=', outbox.kiosk)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.code);
}

test('a first batch becomes a case with its receipt and rating', async () => {
  const outbox = newKiosk();
  const rows = [
    await outbox.add(submittedCase(1)),
    await outbox.add(reportedReceipt(1, 'printed')),
    await outbox.add(givenRating(1, 5)),
  ];
  const reply = await hall.send(outbox, ...rows);
  expect(reply).toMatchObject({ epoch: outbox.epoch, ackThrough: 3 });
  expect(verdicts(reply)).toEqual(['kept', 'kept', 'kept']);
  expect(await hall.case(caseNumber(1))).toMatchObject({
    row: { applicant: '林*英', state: 'received', dueDay: '2026-11-27', station: 'micro-centre-1' },
    record: { applicant: { name: '林秀英' } },
    receipt: 'printed',
    rating: 5,
  });
  expect(await alarmsOf(outbox)).toEqual([]);
});

test('what leaves the kiosk stays sealed as it came', async () => {
  const outbox = newKiosk();
  const row = await outbox.add(submittedCase(2));
  await hall.send(outbox, row);
  const kept = await hall.database
    .selectFrom('record')
    .select('envelope')
    .where('kiosk_id', '=', outbox.kiosk)
    .executeTakeFirst();
  expect(kept?.envelope).toEqual(row);
});

test('the answer got lost and the batch comes again: still one case', async () => {
  const outbox = newKiosk();
  const row = await outbox.add(submittedCase(3));
  await hall.send(outbox, row);
  const again = await hall.send(outbox, row);
  expect(verdicts(again)).toEqual(['keptBefore']);
  expect(again.ackThrough).toBe(1);
  expect(await casesOf(outbox)).toBe(1);
});

test('receipt and rating arrive before their case', async () => {
  const outbox = newKiosk();
  const receipt = await outbox.add(reportedReceipt(4, 'unconfirmed'));
  const rating = await outbox.add(givenRating(4, 2));
  await hall.send(outbox, rating);
  await hall.send(outbox, receipt);
  await hall.send(outbox, await outbox.add(submittedCase(4)));
  expect(await hall.case(caseNumber(4))).toMatchObject({ receipt: 'unconfirmed', rating: 2 });
});

test('a gap holds the acknowledgement back until it is filled', async () => {
  const outbox = newKiosk();
  const [first, second, third] = [
    await outbox.add(submittedCase(5)),
    await outbox.add(submittedCase(6)),
    await outbox.add(submittedCase(7)),
  ];
  expect(await hall.send(outbox, first, third)).toMatchObject({ ackThrough: 1 });
  expect(await casesOf(outbox)).toBe(2);
  expect(await hall.send(outbox, second)).toMatchObject({ ackThrough: 3 });
  expect(await alarmsOf(outbox)).toEqual([]);
});

test('another row at a known place means a cloned or rolled-back disk: alarm, and no citizen’s case is lost', async () => {
  const outbox = newKiosk();
  const clone = sealedOutbox(hall.hub.sealingKey, outbox.kiosk, outbox.epoch);
  await hall.send(outbox, await outbox.add(submittedCase(8)));
  const other = await clone.add(submittedCase(9));
  expect(verdicts(await hall.send(clone, other))).toEqual(['quarantined']);
  expect(await alarmsOf(outbox)).toEqual(['placeTaken']);
  expect(await casesOf(outbox)).toBe(2);
  expect((await hall.case(caseNumber(8))).row.caseNumber).toBe(caseNumber(8));
  // The answer got lost: the same again says the same again.
  expect(verdicts(await hall.send(clone, other))).toEqual(['quarantined']);
  expect(await asideOf(outbox)).toEqual(['placeTaken']);
  expect(await casesOf(outbox)).toBe(2);
});

test('a row changed on its way goes aside and holds up nobody; asked again, the answer is the same', async () => {
  const outbox = newKiosk();
  const changed = { ...(await outbox.add(submittedCase(10))), createdAt: 5 };
  const good = await outbox.add(submittedCase(11));
  const reply = await hall.send(outbox, changed, good);
  expect(verdicts(reply)).toEqual(['quarantined', 'kept']);
  expect(reply.ackThrough).toBe(2);
  expect(await asideOf(outbox)).toEqual(['hashMismatch']);
  expect(await alarmsOf(outbox)).toEqual([]);
  expect(verdicts(await hall.send(outbox, changed, good))).toEqual(['quarantined', 'keptBefore']);
});

test('a sealed row moved to another place does not open', async () => {
  const outbox = newKiosk();
  const first = await outbox.add(submittedCase(12));
  const other = newKiosk();
  await other.add(submittedCase(13));
  const moved = { ...first, epoch: other.epoch, seq: 2 };
  await hall.send(other, { ...moved, hash: hashOf(moved) });
  expect(await asideOf(other)).toEqual(['notOpened']);
});

test('a row sealed to the key of another hub says so', async () => {
  const outbox = sealedOutbox({ ...hall.hub.sealingKey, keyId: 'another-hub' });
  const reply = await hall.send(outbox, await outbox.add(submittedCase(14)));
  expect(reply.verdicts[0]?.reason).toContain('another hub');
  expect(await asideOf(outbox)).toEqual(['unknownKey']);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"kind":'],
  ['half a record', '{"kind":"case.submitted"}'],
  ['no letters at all', '\xff\xfe'],
  ['a receipt for ten thousand cases', JSON.stringify(receiptFor(10_000))],
  ['a promise nobody can keep', JSON.stringify(submittedCase(15, { promisedWorkdays: 1e12 }))],
])('inside the seal lies %s', async (_what, inside) => {
  const outbox = newKiosk();
  const bytes = new Uint8Array(Buffer.from(inside, 'latin1'));
  const kind = inside.includes('receipt.reported') ? 'receipt.reported' : 'case.submitted';
  const reply = await hall.send(
    outbox,
    await outbox.addRaw(kind, bytes),
    await outbox.add(reportedReceipt(1, 'printed')),
  );
  expect(verdicts(reply)).toEqual(['quarantined', 'kept']);
  expect(await asideOf(outbox)).toEqual(['badBody']);
});

test('what a technician did is kept as it is, and makes no case', async () => {
  const outbox = newKiosk();
  const who = { via: 'panel', name: 'night-desk', role: 'technician' } as const;
  const deed = { n: 1, at: 1_773_480_000_000, who, act: 'device.tryOut', subject: 'receipt print' } as const;
  const body = { kind: 'technician.acted', ...deed, result: 'done', code: null, chain: 'a'.repeat(64) } as const;
  const reply = await hall.send(outbox, await outbox.add(body));
  expect(verdicts(reply)).toEqual(['kept']);
  const rows = await hall.database.selectFrom('record').select('body').where('kiosk_id', '=', outbox.kiosk).execute();
  expect(rows).toEqual([{ body }]);
  expect(await casesOf(outbox)).toBe(0);
});

test('a kind of record from a newer kiosk is laid aside, not lost', async () => {
  const outbox = newKiosk();
  const row = await outbox.addRaw('photo.taken', new Uint8Array());
  const reply = await hall.send(outbox, row, await outbox.addRaw('no\0kind', new Uint8Array()));
  expect(verdicts(reply)).toEqual(['quarantined', 'quarantined']);
  expect(reply.ackThrough).toBe(2);
  expect(await asideOf(outbox)).toEqual(['newerKind', 'malformed']);
  const aside = await hall.database
    .selectFrom('quarantine')
    .select('envelope')
    .where('kiosk_id', '=', outbox.kiosk)
    .orderBy('seq')
    .executeTakeFirst();
  expect(aside?.envelope).toEqual(row);
});

test('a name with a NUL and half a character in it does not stop the hub', async () => {
  const outbox = newKiosk();
  const applicant = { ...submittedCase(17).applicant, name: '林\0秀\ud800英' };
  const reply = await hall.send(outbox, await outbox.add(submittedCase(17, { applicant })));
  expect(verdicts(reply)).toEqual(['kept']);
  expect((await hall.case(caseNumber(17))).row.applicant).toBe('林*英');
});

test('after its disk was rescued a kiosk sends a record again in a new epoch: one case', async () => {
  const before = newKiosk();
  const id = RecordId.parse(randomUUID());
  await hall.send(before, await before.add(submittedCase(18), id));
  const after = sealedOutbox(hall.hub.sealingKey, before.kiosk);
  const reply = await hall.send(after, await after.add(submittedCase(18), id));
  expect(verdicts(reply)).toEqual(['keptBefore']);
  expect(reply.ackThrough).toBe(1);
  expect(await casesOf(before)).toBe(1);
});

test('one case number for two different cases raises an alarm', async () => {
  const outbox = newKiosk();
  const reply = await hall.send(outbox, await outbox.add(submittedCase(19)), await outbox.add(submittedCase(19)));
  expect(verdicts(reply)).toEqual(['kept', 'quarantined']);
  expect(await alarmsOf(outbox)).toEqual(['caseNumberReused']);
});

test('a broken hash chain raises an alarm, and the citizen’s case is kept all the same', async () => {
  const outbox = newKiosk();
  await outbox.add(submittedCase(20));
  const second = await outbox.add(submittedCase(21));
  const replaced = sealedOutbox(hall.hub.sealingKey, outbox.kiosk, outbox.epoch);
  await hall.send(outbox, await replaced.add(submittedCase(22)), second);
  expect(await alarmsOf(outbox)).toEqual(['chainBroken']);
  expect(await casesOf(outbox)).toBe(2);
});

test('the same batch twice at once, and two kiosks at once', async () => {
  const [one, other] = [newKiosk(), newKiosk()];
  const rows = [await one.add(submittedCase(23)), await one.add(submittedCase(24))];
  const replies = await Promise.all([
    hall.send(one, ...rows),
    hall.send(one, ...rows),
    hall.send(other, await other.add(submittedCase(25))),
  ]);
  expect(replies.slice(0, 2).map(verdicts).sort()).toEqual([
    ['kept', 'kept'],
    ['keptBefore', 'keptBefore'],
  ]);
  expect(replies.map((reply) => reply.ackThrough)).toEqual([2, 2, 1]);
  expect(await casesOf(one)).toBe(2);
});

test('garbage gets a fault in words and leaves nothing behind', async () => {
  const outbox = newKiosk();
  const row = await outbox.add(submittedCase(26));
  const url = hall.hub.url;
  const send = async (body: string, type?: string) => await faultOf(await post(url, outbox.kiosk, body, type));
  expect(await send('{"kiosk":')).toEqual({ status: 400, code: 'request.malformed' });
  expect(await send('[]')).toEqual({ status: 400, code: 'batch.malformed' });
  expect(await send(JSON.stringify(outbox.batch()))).toEqual({ status: 400, code: 'batch.malformed' });
  expect(await send(JSON.stringify(outbox.batch({ no: 'place' })))).toEqual({ status: 400, code: 'batch.malformed' });
  expect(await send(JSON.stringify(outbox.batch(row)), 'text/plain')).toEqual({
    status: 415,
    code: 'request.wrongType',
  });
  expect(await send(`"${'x'.repeat(10 * 1024 * 1024)}"`)).toEqual({ status: 413, code: 'request.tooLarge' });
  const elsewhere = await post(url, randomUUID(), JSON.stringify(outbox.batch(row)));
  expect(await faultOf(elsewhere)).toEqual({ status: 400, code: 'batch.otherKiosk' });
  expect(await casesOf(outbox)).toBe(0);
});
