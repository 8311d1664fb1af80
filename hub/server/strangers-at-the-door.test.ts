/** Until there are accounts, nobody but this machine is answered. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub } from './start-hub.ts';
import { testClock } from '#fixtures/hub/test-clock.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

/** fetch may not set Host or Origin. */
async function knock(headers: Record<string, string>): Promise<{ status: number; cors: string | undefined }> {
  return await new Promise((resolve, reject) => {
    const asked = request(`${hall.hub.url}/v1/cases`, { headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, cors: answer.headers['access-control-allow-origin'] });
    });
    asked.on('error', reject).end();
  });
}

test('this machine is let in', async () => {
  expect(await knock({})).toEqual({ status: 200, cors: undefined });
  expect(await knock({ host: 'localhost:1234' })).toMatchObject({ status: 200 });
});

test('a name that somebody pointed at this machine is not', async () => {
  expect(await knock({ host: 'evil.example' })).toMatchObject({ status: 403 });
  expect(await knock({ host: '127.0.0.1.evil.example' })).toMatchObject({ status: 403 });
});

test('a page from elsewhere is not', async () => {
  expect(await knock({ origin: 'https://evil.example' })).toEqual({ status: 403, cors: undefined });
  expect(await knock({ origin: 'null' })).toMatchObject({ status: 403 });
});

test.each(['0.0.0.0', '::', '192.0.2.7', 'hub.example'])('a hub never listens on %s', async (host) => {
  const database = { url: hall.hub.databaseUrl };
  const options = { database, port: 0, consoleFolder: null, clock: testClock(), log: () => {} };
  await expect(startHub({ ...options, host })).rejects.toThrow('this machine only');
});
