/** Power fails at the hub after it kept a batch and before it said so. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { openTestHub, sendBatch, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

test('the kiosk hears nothing, sends again to the next hub, and there is one case', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const row = await outbox.add(submittedCase(1));
  const dying = await startDyingHub();

  await expect(sendBatch(dying.url, outbox, [row])).rejects.toThrow('fetch failed');
  expect(await dying.ended).toBe('SIGKILL');
  const again = await hall.send(outbox, row);

  expect(again.verdicts.map((verdict) => verdict.verdict)).toEqual(['keptBefore']);
  expect(again.ackThrough).toBe(1);
  expect((await hall.cases()).cases.map((found) => found.caseNumber)).toEqual([caseNumber(1)]);
});

async function startDyingHub(): Promise<{ url: string; ended: Promise<unknown> }> {
  const script = fileURLToPath(import.meta.resolve('#fixtures/hub/hub-that-dies.ts'));
  const child = spawn(process.execPath, [script, hall.hub.databaseUrl, hall.keyFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([, signal]: unknown[]) => signal);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), ended };
}
