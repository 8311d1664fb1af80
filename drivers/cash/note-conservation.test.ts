/** Whatever happens to a validator, its cable and this process: the ledger and the box agree. */
import { expect, test } from 'vitest';
import { conserve } from '#fixtures/cash/conserve.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';

const RUNS = 150;
const SEED = 20_261_121;

test.each(Object.entries(NOTE_MODELS))('%s: money is conserved', { timeout: 120_000 }, async (_, model) => {
  const { stored, inDoubt } = await conserve(model, RUNS, SEED);
  // The days were about something: most notes come to rest, and only few stay in doubt.
  expect(stored).toBeGreaterThan(RUNS / 2);
  expect(inDoubt).toBeLessThan(stored / 2);
});
