/** Whatever happens to a CCNET validator, its cable and this process: the ledger and the box agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CashModel } from '#fixtures/cash/cash-stage.ts';
import { play, turns } from '#fixtures/cash/conserve.ts';
import { simulatedCcnet } from '#fixtures/simulators/notes-ccnet/model.ts';
import { notesCcnet } from './driver.ts';

const model: CashModel = {
  open: (surroundings) => notesCcnet.open({ ...surroundings, settings: { baudRate: 9600 } }),
  simulated: simulatedCcnet,
};

const RUNS = 150;

test('money is conserved', { timeout: 120_000 }, async () => {
  const sum = { stored: 0, returned: 0, inDoubt: 0 };
  await fc.assert(
    fc.asyncProperty(turns, async (played) => {
      const { wrong, ...counted } = await play(model, played);
      for (const state of ['stored', 'returned', 'inDoubt'] as const) sum[state] += counted[state];
      expect(wrong).toBeNull();
    }),
    { numRuns: RUNS, seed: 20_261_121 },
  );
  // The runs were about something: most notes come to rest, and only few stay in doubt.
  expect(sum.stored).toBeGreaterThan(RUNS / 2);
  expect(sum.inDoubt).toBeLessThan(sum.stored / 2);
});
