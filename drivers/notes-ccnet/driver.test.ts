/** The scenes of a cash desk with a CCNET validator, each with the trouble that it is about. */
import { expect, test } from 'vitest';
import { CashStage } from '#fixtures/cash/cash-stage.ts';
import { simulatedCcnet } from '#fixtures/simulators/notes-ccnet/model.ts';
import { notesCcnet } from './driver.ts';

test('smoke', async () => {
  const stage = new CashStage({
    open: (surroundings) => notesCcnet.open({ ...surroundings, settings: { baudRate: 9600 } }),
    simulated: simulatedCcnet,
  });
  console.log(await stage.do('reconcile', { since: null }));
  console.log(await stage.do('cashInStart', { acceptFen: [1000, 2000] }));
  console.log(await stage.do('cashUnit', {}));
  console.log(stage.insert(1000));
  const item = await stage.do('cashIn', {});
  console.log(item);
  if (typeof item === 'string') throw new Error(item);
  console.log(await stage.do('store', { mark: item.mark }), stage.counts(), stage.clock.now());
  console.log(await stage.do('cashInEnd', {}), stage.events);
  expect(1).toBe(1);
});
