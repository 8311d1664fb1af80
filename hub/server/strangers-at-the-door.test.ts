/** Until there are accounts, nobody but this machine is answered. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from './build-app.ts';
import { loadHubKeys } from './sealing/hub-keys.ts';
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
  const { keyFolder } = hall;
  const options = { database, keyFolder, port: 0, consoleFolder: null, clock: testClock(), log: () => {} };
  await expect(startHub({ ...options, host })).rejects.toThrow('this machine only');
});

test.each<readonly [path: string, method: 'GET' | 'POST' | 'PUT', remote: string, status: number]>([
  ['/v1/health', 'GET', '192.0.2.7', 200],
  ['/v1/sealing-key', 'GET', '192.0.2.7', 200],
  ['/v1/enrol', 'POST', '192.0.2.7', 400],
  ['/v1/kiosks/some/batches', 'POST', '192.0.2.7', 401],
  ['/v1/kiosks/some/release', 'GET', '192.0.2.7', 401],
  ['/v1/targets/some', 'GET', '192.0.2.7', 401],
  ['/v1/targets/some', 'PUT', '192.0.2.7', 403],
  ['/v1/releases', 'GET', '192.0.2.7', 403],
  ['/v1/cases', 'GET', '192.0.2.7', 403],
  ['/v1/verify/some', 'GET', '192.0.2.7', 403],
  ['/v1/broken-promises', 'GET', '192.0.2.7', 403],
  ['/v1/broken-promises', 'POST', '192.0.2.7', 403],
  ['/v1/kiosks', 'GET', '192.0.2.7', 403],
  ['/v1/enrolment-codes', 'POST', '192.0.2.7', 403],
  ['/v1/kiosks/some/revoke', 'POST', '192.0.2.7', 403],
  ['/', 'GET', '192.0.2.7', 403],
  ['/v1/health', 'GET', '::ffff:127.0.0.1', 200],
])('open to the network, %s by %s from %s is answered with %i', async (url, method, remoteAddress, status) => {
  const { database, clock } = hall;
  const keys = await loadHubKeys(database, hall.keyFolder, clock);
  const connectors = new Map();
  const app = buildApp({ database, keys, connectors, clock, log: () => {}, consoleFolder: null, network: true });
  const headers = { host: 'hub.hall.invalid', 'content-type': 'application/json' };
  const answer = await app.inject({ url, method, remoteAddress, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
  expect(answer.statusCode).toBe(status);
  const fromAPage = { ...headers, origin: 'http://hub.hall.invalid' };
  expect((await app.inject({ url, method, remoteAddress, headers: fromAPage })).statusCode).toBe(403);
  await app.close();
});

test('open to the network, the hub says that it lives to anybody, and how many cases it has to nobody else', async () => {
  const { database, clock } = hall;
  const keys = await loadHubKeys(database, hall.keyFolder, clock);
  const connectors = new Map();
  const app = buildApp({ database, keys, connectors, clock, log: () => {}, consoleFolder: null, network: true });
  const ask = async (remoteAddress: string, host: string): Promise<unknown> =>
    (await app.inject({ url: '/v1/health', remoteAddress, headers: { host } })).json();
  expect(await ask('192.0.2.7', 'hub.hall.invalid')).toEqual({ database: 'ok' });
  // It claims to be at this machine, and is not; and a proxy at this machine that passes its own name on.
  expect(await ask('192.0.2.7', '127.0.0.1')).toEqual({ database: 'ok' });
  expect(await ask('127.0.0.1', 'hub.hall.invalid')).toEqual({ database: 'ok' });
  expect(await ask('127.0.0.1', '127.0.0.1')).toMatchObject({ database: 'ok', cases: expect.any(Number) });
  await app.close();
});
