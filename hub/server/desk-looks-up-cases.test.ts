/** What the case desk finds, page by page, by number and by name. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

/** The case of a kiosk that did not say yet what its place is called. */
const OLD_KIOSK = 8;

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const named = (sequence: number): string => (sequence === 7 ? '欧阳建国' : '林秀英');
  for (const start of [1, 31]) {
    const rows = [];
    for (let sequence = start; sequence < start + 30; sequence += 1) {
      const applicant = { ...submittedCase(sequence).applicant, name: named(sequence) };
      const { stationName } = submittedCase(sequence);
      const place = { stationName: sequence === OLD_KIOSK ? undefined : stationName };
      rows.push(await outbox.add(submittedCase(sequence, { applicant, ...place })));
    }
    await hall.send(outbox, ...rows);
    hall.clock.advance(1_000);
  }
});
afterAll(() => hall.close());

test('all cases come once, the last received first, over two pages', async () => {
  const first = await hall.cases();
  const second = await hall.cases({ after: first.next ?? 'none' });
  expect(first.cases).toHaveLength(50);
  expect(second.next).toBeNull();
  const all = [...first.cases, ...second.cases];
  expect(new Set(all.map((row) => row.caseNumber)).size).toBe(60);
  expect(all.map((row) => row.receivedAt)).toEqual(all.map((row) => row.receivedAt).toSorted((a, b) => b - a));
});

test('a case says what its place is called, where its kiosk said so', async () => {
  const placeOf = async (sequence: number) =>
    (await hall.cases({ search: caseNumber(sequence) })).cases[0]?.stationName;
  expect(await placeOf(7)).toEqual(submittedCase(7).stationName);
  expect(await placeOf(OLD_KIOSK)).toBeNull();
});

test.each([
  ['the whole name', '欧阳建国'],
  ['the masked name', '欧**国'],
  ['the end of the number, in small letters', caseNumber(7).slice(-6).toLowerCase()],
])('a case is found by %s', async (_how, search) => {
  const { cases } = await hall.cases({ search });
  expect(cases.map((row) => row.caseNumber)).toEqual([caseNumber(7)]);
});

test.each(['%', '_____', '\\', '无此人', '\0'])('searching for %j does not find everybody', async (search) => {
  const { cases } = await hall.cases({ search });
  expect(cases.length).toBe(search === '\0' ? 50 : 0);
});

test('wrong numbers, unknown numbers and made-up pages are told apart', async () => {
  const look = async (path: string) => await faultOf(await fetch(`${hall.hub.url}${path}`));
  expect(await look('/v1/cases/micro-centre-1-20261120-0001-X')).toEqual({ status: 404, code: 'case.notANumber' });
  expect(await look(`/v1/cases/${caseNumber(999)}`)).toEqual({ status: 404, code: 'case.unknown' });
  expect(await look('/v1/cases?after=made-up')).toEqual({ status: 400, code: 'cases.badCursor' });
  expect(await look('/nothing/here')).toEqual({ status: 404, code: 'page.unknown' });
});

test('the hub says how it is', async () => {
  expect(await hall.health()).toEqual({ database: 'ok', kiosks: 1, cases: 60, quarantined: 0, alarms: 0 });
});
