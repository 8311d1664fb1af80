/** A technician climbs the ladder of self-tests: what a card says is not told, and a test page that fails is said. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { textOf } from '#fixtures/simulators/receipt-escpos/paper.ts';

let cabinet: Cabinet;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const climb = (...words: string[]): Promise<Typed> =>
  typeYeban('device', ...words, 'test', '--config', cabinet.configFile);

test('a reader with a card of the technician: both rungs hold, and nothing of the card is told', async () => {
  await cabinet.reader.putDown(resident);
  const { exitCode, out } = await climb('card-reader');
  expect({ exitCode, out }).toEqual({
    exitCode: 0,
    out: "internal: well\nexternal, read: well\nDid the reader's light come on?",
  });
  expect(out).not.toContain(SAYS.resident.name);
});

test('a printer prints its test page; with its cover open it says so and asks nobody to look', async () => {
  expect(await climb('receipt')).toMatchObject({ exitCode: 0 });
  expect(textOf(await cabinet.printer.tearOff())).toContain('QR YEBAN-TEST');
  await cabinet.printer.behave({ 'cover-open': true });
  const { exitCode, out } = await climb('receipt');
  expect(exitCode).toBe(1);
  expect(out).toMatch(/^internal: well\nexternal, print: The printer's cover is open/);
  expect(out).not.toContain('whole, clear');
  await cabinet.printer.behave({ 'cover-open': false });
});
