/** A kiosk newer than its hub: what the hub doesn't know yet is kept, said, and there after the hub's update. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { BatchReply, CaseDetail } from '#contract/hub-api.ts';
import { MaterialId, type RecordId } from '#contract/ids.ts';
import { VerifyReply } from '#contract/paper-record.ts';
import type { PageAttached } from '#contract/record.ts';
import { caseNumber, givenRating, submittedCase } from '#fixtures/hub/invented-case.ts';
import { issuedPaper, paperCode } from '#fixtures/hub/invented-paper.ts';
import { sealedOutbox, type SealedOutbox, type SealedRow } from '#fixtures/hub/sealed-outbox.ts';
import type { TestHub } from '#fixtures/hub/test-hub.ts';

type HubOfTest = typeof import('#fixtures/hub/test-hub.ts');

/** A contract of before: no ratings, nobody beside the citizen, nothing drawn, no English, proofs that show nothing. */
async function contractOfBefore(now: typeof import('#contract/record.ts')): Promise<object> {
  const { readAsFarAsItGoes } = await import('#contract/message.ts');
  const answers = z.array(now.Answer.extend({ source: z.enum(['card', 'typed']) }));
  const CaseSubmitted = now.CaseSubmitted.omit({ assisted: true }).extend({
    answers: answers.register(readAsFarAsItGoes, { why: 'as now' }),
    language: z.literal('zh-CN'),
  });
  const [, Receipt, , , Proof] = now.RecordBody.options;
  return {
    ...now,
    CaseSubmitted,
    RecordBody: z.discriminatedUnion('kind', [CaseSubmitted, Receipt, Proof.omit({ shown: true })]),
    RecordKind: z.enum(['case.submitted', 'receipt.reported', 'document.issued']),
  };
}

let fixture: HubOfTest;
let older: TestHub;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  vi.doMock('#contract/record.ts', async (original) => contractOfBefore(await original()));
  vi.resetModules();
  fixture = await import('#fixtures/hub/test-hub.ts');
  older = await fixture.openTestHub();
  closing.push(older.close);
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** More than are read at once, and before all others: nobody will ever read them. */
const UNREADABLE = 150;
async function fillTheQuarantine(): Promise<void> {
  const place = { kiosk_id: '00000000-0000-0000-0000-000000000000', epoch: randomUUID(), record_id: randomUUID() };
  const why = { code: 'malformed', reason: 'no row at all', envelope: '{}', received_at: 0 };
  const rows = Array.from({ length: UNREADABLE }, (_, index) => ({
    seq: index + 1,
    fingerprint: '',
    ...place,
    ...why,
  }));
  await older.database.insertInto('quarantine').values(rows).execute();
}

/** Today's hub on the same database, with the same keys. */
async function update(): Promise<string> {
  vi.doUnmock('#contract/record.ts');
  vi.resetModules();
  const { startHub } = await import('./start-hub.ts');
  const { keyFolder, clock, hub } = older;
  const database = { url: hub.databaseUrl };
  const updated = await startHub({ database, keyFolder, clock, host: '127.0.0.1', port: 0, consoleFolder: null, log });
  closing.push(updated.close);
  return updated.url;
}

const log = (): void => {};
const add = async (
  outbox: SealedOutbox,
  body: { readonly kind: string; readonly [more: string]: unknown },
  id?: RecordId,
): Promise<SealedRow> => await outbox.addRaw(body.kind, new Uint8Array(Buffer.from(JSON.stringify(body))), id);
const drawn = { ...submittedCase(1).answers[0], label: { 'zh-CN': '签名', en: 'Signature' }, source: 'drawn' };
const photo: PageAttached = {
  kind: 'page.attached',
  caseNumbers: [caseNumber(1)],
  material: MaterialId.parse('photo'),
  page: 1,
  of: 1,
  jpeg: '/9j/TAKENHERE/9k',
  codes: [],
};
const ofTomorrow = {
  ...submittedCase(1, { assisted: true }),
  answers: [...submittedCase(1).answers, drawn],
  proof: { code: 'of tomorrow' },
};

test('fields, answers and kinds that a hub does not know are acknowledged honestly, and read by it after its update', async () => {
  const outbox = sealedOutbox(older.hub.sealingKey);
  const { assisted: _, ...ofBefore } = submittedCase(3);
  const rows = [
    await add(outbox, ofTomorrow),
    await add(outbox, givenRating(1, 5)),
    await add(outbox, issuedPaper(1)),
    await add(outbox, { kind: 'photo.taken' }),
    await add(outbox, submittedCase(2, { language: 'en' })),
    await add(outbox, submittedCase(2, { language: 'en', promisedWorkdays: 9 })),
    await add(outbox, ofBefore),
    await add(outbox, photo),
  ];
  const send = async (url: string): Promise<BatchReply> => {
    const batch = { ...outbox.batch(...rows.map((row) => ({ ...row, lane: 3 }))), version: 8 };
    return BatchReply.parse(await (await fixture.post(url, outbox.kiosk, JSON.stringify(batch))).json());
  };
  expect(await send(older.hub.url)).toMatchObject({
    ackThrough: 8,
    verdicts: [
      { verdict: 'kept', reason: expect.stringContaining('3 of its fields') },
      { verdict: 'quarantined', reason: expect.stringContaining('does not know yet') },
      { verdict: 'kept', reason: expect.stringContaining('1 of its fields') },
      { verdict: 'quarantined', reason: expect.stringContaining('does not know yet') },
      { verdict: 'quarantined', reason: 'language: invalid_value' },
      { verdict: 'quarantined', reason: 'language: invalid_value' },
      { verdict: 'kept' },
      { verdict: 'quarantined', reason: expect.stringContaining('does not know yet') },
    ],
  });
  const seenBefore = await older.case(caseNumber(1));
  expect(seenBefore).toMatchObject({ whole: false, rating: null });
  expect(seenBefore.record.answers.map(({ element }) => element)).toEqual(['mobilePhone', 'collection']);
  expect(await older.case(caseNumber(3))).toMatchObject({ whole: true });
  expect(await older.health()).toMatchObject({ cases: 2, quarantined: 5, alarms: 0 });

  const cameAt = older.clock.now();
  older.clock.advance(86_400_000);
  await fillTheQuarantine();
  const url = await update();
  const caseNow = async (number: number): Promise<CaseDetail> =>
    CaseDetail.parse(await (await fetch(`${url}/v1/cases/${caseNumber(number)}`)).json());
  const seenNow = await caseNow(1);
  // What nobody knows yet waits on.
  expect(seenNow).toMatchObject({ whole: false, rating: 5, record: { assisted: true } });
  expect(seenNow.record.answers.map(({ source }) => source)).toEqual(['typed', 'typed', 'drawn']);
  expect(await caseNow(2)).toMatchObject({ whole: true, row: { receivedAt: cameAt }, record: { promisedWorkdays: 5 } });
  const { papers } = VerifyReply.parse(await (await fetch(`${url}/v1/verify/${paperCode(1)}`)).json());
  expect(papers).toMatchObject([{ shown: issuedPaper(1).shown }]);
  const picture = await fetch(`${url}/v1/cases/${caseNumber(1)}/pages/${rows[7]?.id}`);
  expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(photo.jpeg);
  // Left are the kind of tomorrow, and the second citizen who was given one number.
  expect(await older.health()).toMatchObject({ cases: 3, quarantined: UNREADABLE + 2, alarms: 1 });
  // The kiosk never heard the answer: what is read by now was kept, and nothing is filed twice.
  expect((await send(url)).verdicts.map(({ verdict }) => verdict)).toEqual([
    ...['keptBefore', 'keptBefore', 'keptBefore', 'quarantined', 'keptBefore', 'quarantined', 'keptBefore'],
    'keptBefore',
  ]);
  // Nor where it sends one again from a new place, with all that nobody knows yet.
  const later = sealedOutbox(older.hub.sealingKey, outbox.kiosk);
  const again = await add(later, ofTomorrow, rows[0]?.id);
  const sentAgain = await fixture.post(url, later.kiosk, JSON.stringify(later.batch(again)));
  expect(await sentAgain.json()).toMatchObject({ verdicts: [{ verdict: 'keptBefore' }] });
  expect(await older.health()).toMatchObject({ cases: 3, quarantined: UNREADABLE + 2, alarms: 1 });
});
