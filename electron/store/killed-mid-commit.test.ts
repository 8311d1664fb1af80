/** The kiosk's process is killed in the middle of commits: what was answered is there, and nothing half. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';

const SCRIPT = fileURLToPath(new URL('../../fixtures/store/commit-forever.ts', import.meta.url));
const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(() => {
  place = makeStorePlace();
});
afterEach(() => place.remove());

interface Answered {
  readonly record: string;
  readonly caseNumber: string;
  readonly session: string;
}

/** Lets a kiosk process commit and kills it with SIGKILL once it has answered `steps` steps. */
async function killAfter(steps: number, workers: number): Promise<Answered[]> {
  const args = [SCRIPT, place.folder, place.sessionKeyFolder, sealingKey.publicKey, String(workers)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const answered: Answered[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [record = '', caseNumber = '', session = ''] = line.split(' ');
    // The pipe may end within a line; only whole lines were answers.
    if (session.length === 36) answered.push({ record, caseNumber, session });
    if (answered.length === steps) child.kill('SIGKILL');
  }
  await ended;
  return answered;
}

describe('a kiosk killed with -9', () => {
  test.each([1, 8, 32])('with %i steps in flight keeps every answered one', async (workers) => {
    const answered = await killAfter(150, workers);
    const store = await place.open();
    const rows = await allPending(store.outbox);
    const kept = new Set(rows);
    expect(answered.filter(({ record }) => !kept.has(record as never))).toEqual([]);
    expect(await store.outbox.verify()).toMatchObject({ chain: 'ok', brokenAt: null });
    // More than the steps in flight can't be there: each waits for its answer.
    expect(rows.length).toBeLessThanOrEqual(answered.length + workers * 2);
  });

  test('gives no case number a second time', async () => {
    const before = await killAfter(40, 8);
    const store = await place.open();
    const after = await store.journal(sealingKey).reserveCaseNumbers(DAY, 40);
    const numbers = [...before.map(({ caseNumber }) => caseNumber), ...after];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('has the snapshot and the records of the same step, never one without the other', async () => {
    const answered = await killAfter(60, 1);
    const store = await place.open();
    const recovered = await store.journal(sealingKey).recoverSession();
    expect(recovered?.session).toBe(answered[0]?.session);
    const rows = await allPending(store.outbox);
    expect(recovered?.snapshot).toEqual({ step: rows.length });
  });
});

async function allPending(outbox: {
  status(): Promise<{ pending: number }>;
  pending(limit: number): Promise<readonly { id: string }[]>;
}) {
  const { pending } = await outbox.status();
  return (await outbox.pending(pending)).map((row) => row.id);
}
