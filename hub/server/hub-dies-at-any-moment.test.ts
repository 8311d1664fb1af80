/** kill -9 of a hub after every single statement of a request: whoever asked asks the next hub, and it was done once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EnrolReply, IssuedCode } from '#contract/hub-enrolment.ts';
import { caseNumber, givenRating, reportedReceipt, STATION, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { postJson } from '#fixtures/hub/test-device.ts';
import { openTestHub, sendBatch, type TestHub } from '#fixtures/hub/test-hub.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('#fixtures/hub/hub-that-dies.ts'));
/** More than any request has: a request that goes on for ever is found out. */
const MOST_STATEMENTS = 60;

// Some fifteen hubs one after another, on a machine that may have other work.
vi.setConfig({ testTimeout: 120_000 });

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

interface Life {
  readonly url: string;
  /** With what signal it ended. */
  readonly ended: Promise<unknown>;
  kill(): void;
}

async function liveUntil(lastStatement: number): Promise<Life> {
  const words = [PROGRAM, hall.hub.databaseUrl, hall.keyFolder, String(lastStatement)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(([, signal]: unknown[]) => signal);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), ended, kill: () => child.kill('SIGKILL') };
}

/**
 * Asks a hub that dies after its first statement, then the next, which dies after its second, and so on, until one lives
 * long enough to answer; looks after every death. How many died.
 */
async function dieOnTheWay(
  ask: (hubUrl: string) => Promise<unknown>,
  afterDeath: () => Promise<void>,
): Promise<number> {
  let next = liveUntil(1);
  for (let last = 1; last < MOST_STATEMENTS; last += 1) {
    const life = await next;
    // The next one opens while this one is being asked.
    next = liveUntil(last + 1);
    const answered = await ask(life.url).then(
      () => true,
      () => false,
    );
    if (answered) {
      life.kill();
      (await next).kill();
      return last - 1;
    }
    expect(await life.ended).toBe('SIGKILL');
    await afterDeath();
  }
  throw new Error('no hub ever answered');
}

test('while a kiosk’s batch is being kept: all of it or nothing, and in the end once', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const rows = [
    await outbox.add(submittedCase(1)),
    await outbox.add(reportedReceipt(1, 'printed')),
    await outbox.add(givenRating(1, 5)),
    await outbox.add(submittedCase(2)),
  ];
  // Enrolled beforehand: this is about the batch.
  await hall.send(outbox, await outbox.add(submittedCase(3)));
  const tables = ['record', 'case_file', 'receipt', 'rating'] as const;
  const kept = async (): Promise<string> => {
    const counts = tables.map(async (table) => {
      const found = await hall.database
        .selectFrom(table)
        .select('record_id')
        .where('kiosk_id', '=', outbox.kiosk)
        .execute();
      return found.length;
    });
    return (await Promise.all(counts)).join();
  };
  const seen = new Set<string>();
  let replied: unknown;
  const deaths = await dieOnTheWay(
    async (url) => {
      replied = await sendBatch(url, outbox, rows);
    },
    async () => void seen.add(await kept()),
  );
  expect([...seen]).toEqual(['1,1,0,0', '5,3,1,1']);
  expect(deaths).toBeGreaterThan(10);
  expect(replied).toMatchObject({
    ackThrough: 5,
    verdicts: [1, 2, 3, 4].map((seq) => ({ seq, verdict: 'keptBefore' })),
  });
  expect(await kept()).toBe('5,3,1,1');
  expect(await hall.health()).toMatchObject({ quarantined: 0, alarms: 0 });
});

test('while the desk returns a case: state and time line say the same, and the citizen is told once', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(submittedCase(10)));
  const action = { kind: 'return', reason: '请补交近期免冠照片。' };
  const seen = new Set<string>();
  const deaths = await dieOnTheWay(
    (url) => postJson(`${url}/v1/cases/${caseNumber(10)}/actions`, action),
    async () => {
      const { row, timeline } = await hall.case(caseNumber(10));
      seen.add(`${row.state} ${timeline.filter(({ who }) => who !== undefined).length}`);
    },
  );
  expect([...seen]).toEqual(['received 0', 'returned 1']);
  expect(deaths).toBeGreaterThan(5);
  const { row, timeline } = await hall.case(caseNumber(10));
  expect(row).toMatchObject({ state: 'returned', reason: action.reason });
  expect(timeline.filter(({ what }) => what === 'returned')).toHaveLength(1);
});

test('while a kiosk enrols: its code stays good for it until it was told yes, and it is listed once', async () => {
  const { code } = IssuedCode.parse(await postJson(`${hall.hub.url}/v1/enrolment-codes`, { station: STATION }));
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  const request = { code, kiosk: randomUUID(), station: STATION, publicKey: raw };
  const keys = () =>
    hall.database
      .selectFrom('device_key')
      .innerJoin('enrolment_code', 'used_by', 'kiosk_id')
      .select('key_id')
      .where('kiosk_id', '=', request.kiosk)
      .execute();
  const seen = new Set<number>();
  const deaths = await dieOnTheWay(
    async (url) => EnrolReply.parse(await postJson(`${url}/v1/enrol`, request)),
    async () => void seen.add((await keys()).length),
  );
  expect([...seen]).toEqual([0, 1]);
  expect(deaths).toBeGreaterThan(5);
  expect(await keys()).toHaveLength(1);
});
