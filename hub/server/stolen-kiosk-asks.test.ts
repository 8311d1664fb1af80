/** A stolen kiosk, not revoked yet, asks about one citizen after another: it is stopped, and the console tells. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KioskList } from '#contract/hub-enrolment.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';
import { PEOPLE_IN_AN_HOUR } from './lookups/may-ask-about.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

const HOUR_MS = 3_600_000;
const stolen = randomUUID();
const honest = randomUUID();

async function ask(kiosk: string, person: number): Promise<Response> {
  const lookup = { lookup: 'progress', idNumber: `99019919800101${String(person).padStart(4, '0')}` };
  return await postSigned(hall.hub.url, kiosk, `/v1/kiosks/${kiosk}/lookups`, JSON.stringify(lookup));
}

async function troublesOf(kiosk: string): Promise<readonly string[]> {
  const { kiosks } = KioskList.parse(await (await fetch(`${hall.hub.url}/v1/kiosks`)).json());
  return kiosks.find((row) => row.kiosk === kiosk)?.troubles.map(({ code }) => code) ?? [];
}

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

test('an hour’s citizens may ask, as often as they like; a kiosk that asks about more is shut and told of', async () => {
  const statuses = async (people: readonly number[], kiosk = stolen): Promise<number[]> =>
    (await Promise.all(people.map((person) => ask(kiosk, person)))).map(({ status }) => status);
  await ask(stolen, 0);
  expect(await statuses(numbers(0, PEOPLE_IN_AN_HOUR))).toEqual(numbers(0, PEOPLE_IN_AN_HOUR).map(() => 200));
  expect(await statuses(numbers(0, 5))).toEqual([200, 200, 200, 200, 200]);
  expect(await troublesOf(stolen)).toEqual([]);

  expect(await faultOf(await ask(stolen, 100))).toEqual({ status: 429, code: 'lookup.tooMany' });
  expect(await troublesOf(stolen)).toEqual(['tooManyPeople']);
  // Everybody at that kiosk waits then, and nobody at another.
  expect((await ask(stolen, 0)).status).toBe(429);
  expect((await ask(honest, 100)).status).toBe(200);

  hall.clock.advance(HOUR_MS + 1);
  expect((await ask(stolen, 101)).status).toBe(200);
});

test('many questions at the same moment don’t slip through together', async () => {
  const kiosk = randomUUID();
  await ask(kiosk, 0);
  const answers = await Promise.all(numbers(1, PEOPLE_IN_AN_HOUR + 20).map((person) => ask(kiosk, person)));
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(PEOPLE_IN_AN_HOUR);
});
