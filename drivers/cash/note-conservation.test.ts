/** Whatever happens to a validator, its cable and this process: the ledger and the box agree. */
import { expect, test } from 'vitest';
import { conserve } from '#fixtures/cash/conserve.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';

/** `YEBAN_CASH_DAYS=5000 YEBAN_CASH_SEED=7`: so many days, other ones. */
const DAYS = Number(process.env['YEBAN_CASH_DAYS'] ?? 150);
const SEED = Number(process.env['YEBAN_CASH_SEED'] ?? 20_261_121);

test.each(Object.entries(NOTE_MODELS))(
  '%s: money is conserved',
  { timeout: 120_000 + 100 * DAYS },
  async (_, model) => {
    const { stored, inDoubt } = await conserve(model, DAYS, SEED);
    // The days were about something: most notes come to rest, and only few stay in doubt.
    expect(stored).toBeGreaterThan(DAYS / 2);
    expect(inDoubt).toBeLessThan(stored / 2);
  },
);
