/** Whatever happens to an ID-003 validator, its cable and this process: the ledger and the box agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CashModel } from '#fixtures/cash/cash-stage.ts';
import { play, turns } from '#fixtures/cash/conserve.ts';
import { simulatedId003 } from '#fixtures/simulators/notes-id003/model.ts';
import { notesId003 } from './driver.ts';

const model: CashModel = {
  open: (surroundings) => notesId003.open({ ...surroundings, settings: { baudRate: 9600, country: null } }),
  simulated: simulatedId003,
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
