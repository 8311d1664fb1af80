/** Whatever happens to a validator, its cable and this process: the ledger and the box agree. */
import { expect, test } from 'vitest';
import { conserve } from '#fixtures/cash/conserve.ts';
import { NOTE_MODELS, ssp } from '#fixtures/cash/note-models.ts';

/** `YEBAN_CASH_DAYS=5000 YEBAN_CASH_SEED=7`: so many days, other ones. */
const DAYS = Number(process.env['YEBAN_CASH_DAYS'] ?? 150);
const SEED = Number(process.env['YEBAN_CASH_SEED'] ?? 20_261_121);

/** The same validators set up otherwise, for a third of the days. */
const VARIANTS = {
  'notes-ssp, in the open': ssp(false, {}),
  'notes-ssp, which says a credit once': ssp(true, { eventAck: false }),
};

test.each([
  ...Object.entries(NOTE_MODELS).map(([name, model]) => [name, model, DAYS] as const),
  ...Object.entries(VARIANTS).map(([name, model]) => [name, model, Math.ceil(DAYS / 3)] as const),
])('%s: money is conserved', { timeout: 120_000 + 100 * DAYS }, async (_, model, days) => {
  const { stored, inDoubt } = await conserve(model, days, SEED);
  // The days were about something: most notes come to rest, and only few stay in doubt.
  expect(stored).toBeGreaterThan(days / 2);
  expect(inDoubt).toBeLessThan(stored / 2);
});
