/** Somebody brings a printed proof to a counter: the code on it says what was printed, when and where, and what it has to say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VerifyReply } from '#contract/paper-record.ts';
import { writtenCode } from '#contract/verify-code.ts';
import { SUBMITTED_AT } from '#fixtures/hub/invented-case.ts';
import { issuedPaper, paperCode, printedPaper } from '#fixtures/hub/invented-paper.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

const check = (code: string): Promise<Response> => fetch(`${hall.hub.url}/v1/verify/${encodeURIComponent(code)}`);
const found = async (code: string) => VerifyReply.parse(await (await check(code)).json()).papers;

test('a paper is known before it is printed, and how that ended when the kiosk has said so', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(issuedPaper(1)));
  const [before] = await found(paperCode(1));
  expect(before).toEqual({
    code: paperCode(1),
    service: 'pension-proof',
    serviceTitle: { 'zh-CN': '养老保险缴费证明打印', en: 'Print a Proof of Pension Contributions' },
    title: { 'zh-CN': '参保缴费证明', en: 'Proof of contributions' },
    station: 'micro-centre-1',
    stationName: { 'zh-CN': '月桥24小时政务服务厅', en: 'Yueqiao 24-hour Service Hall' },
    day: '2026-11-20',
    issuedAt: SUBMITTED_AT,
    shown: issuedPaper(1).shown,
    receivedAt: hall.clock.now(),
    outcome: 'unknown',
  });
  await hall.send(outbox, await outbox.add(printedPaper(1, 'unconfirmed')));
  await hall.send(outbox, await outbox.add(printedPaper(1, 'printed')));
  expect((await found(paperCode(1))).map(({ outcome }) => outcome)).toEqual(['printed']);
});

test('a kiosk that did not say yet how its place is called, nor what the paper says, is read all the same', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const { serviceTitle, stationName, shown, ...plain } = issuedPaper(4);
  expect([serviceTitle, stationName, shown]).not.toContain(undefined);
  await hall.send(outbox, await outbox.add(plain));
  const [paper] = await found(paperCode(4));
  expect(paper).toMatchObject({ service: plain.service, station: plain.station });
  expect(paper).not.toHaveProperty('stationName');
  expect(paper).not.toHaveProperty('shown');
});

test('it is found however it is typed', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(issuedPaper(2)));
  for (const typed of [writtenCode(paperCode(2)), writtenCode(paperCode(2)).toLowerCase(), paperCode(2)])
    expect(await found(typed)).toHaveLength(1);
});

test('a slip and a paper that nobody printed are told apart', async () => {
  const slip = `${paperCode(1).slice(0, -1)}${paperCode(1).endsWith('3') ? '4' : '3'}`;
  expect(await faultOf(await check(slip))).toEqual({ status: 404, code: 'paper.notACode' });
  expect(await faultOf(await check('x'.repeat(90)))).toEqual({ status: 404, code: 'paper.notACode' });
  expect(await faultOf(await check(paperCode(99)))).toEqual({ status: 404, code: 'paper.unknown' });
});

test('one code of two kiosks shows both: a person decides', async () => {
  for (const outbox of [sealedOutbox(hall.hub.sealingKey), sealedOutbox(hall.hub.sealingKey)]) {
    await hall.send(outbox, await outbox.add(issuedPaper(3)));
    hall.clock.advance(1_000);
  }
  const papers = await found(paperCode(3));
  expect(papers).toHaveLength(2);
  expect(papers[0]?.receivedAt).toBeLessThan(papers[1]?.receivedAt ?? 0);
});
