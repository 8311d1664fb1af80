/** The coin acceptor against everything that can go wrong on its cable; a coin told is a coin in the box. */
import { expect, test } from 'vitest';
import { simulatedCoinAcceptor } from '#fixtures/simulators/coins-cctalk/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { faultIsHonest, type Judge, type Scene, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { coinsCctalk } from './driver.ts';

const COIN = { position: 'stored', valueFen: 100, holdMs: null };

/** Everything before is settled, and the gate stands open. Returns the mark of the last coin that fell before. */
async function takeCoins({ perform }: Scene): Promise<string | undefined> {
  await perform('cashInEnd', {});
  const reconciled = await perform('reconcile', { since: null });
  const started = await perform('cashInStart', { acceptFen: [10, 50, 100] });
  if (!started.ok || !reconciled.ok) throw new Error('the scene could not be set');
  return (reconciled.value as { happened: { mark: string }[] }).happened.at(-1)?.mark;
}

const cashIn: SubjectCommand = {
  command: 'cashIn',
  payload: {},
  timeoutMs: 20_000,
  async begin(scene) {
    await takeCoins(scene);
    if (scene.device.order({ do: 'insert', coin: 'CN100A' }) !== 'box') throw new Error('the gate is shut');
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      const { mark: _mark, ...item } = completion.value as typeof COIN & { mark: string };
      return JSON.stringify(item) === JSON.stringify(COIN)
        ? 'right'
        : { wrong: `another coin: ${JSON.stringify(item)}` };
    };
  },
};

const reconcile: SubjectCommand = {
  command: 'reconcile',
  payload: { since: null },
  timeoutMs: 20_000,
  async begin(scene) {
    const before = await takeCoins(scene);
    scene.device.order({ do: 'insert', coin: 'CN050A' });
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      const { happened, missed } = completion.value as {
        happened: { mark: string; valueFen: number }[];
        missed: boolean;
      };
      const last = happened.at(-1);
      if (last?.valueFen === 50 && last.mark !== before) return 'right';
      return missed ? 'honest' : { wrong: 'the coin is not told' };
    };
  },
};

const gate = (command: 'cashInStart' | 'cashInEnd', opens: boolean): SubjectCommand => ({
  command,
  payload: opens ? { acceptFen: [100] } : {},
  timeoutMs: 20_000,
  async begin(scene): Promise<Judge> {
    await takeCoins(scene);
    if (opens) await scene.perform('cashInEnd', {});
    return (completion) => (completion.ok ? 'right' : faultIsHonest(completion));
  },
});

const cashUnit: SubjectCommand = {
  command: 'cashUnit',
  payload: {},
  timeoutMs: 20_000,
  begin: () => (completion) => {
    if (!completion.ok) return faultIsHonest(completion);
    const { denominations, serial } = completion.value as { denominations: { valueFen: number }[]; serial: string };
    const known = denominations.map(({ valueFen }) => valueFen).join() === '10,50,100' && serial === '202611';
    return known ? 'right' : { wrong: `another acceptor: ${JSON.stringify(completion.value)}` };
  },
};

const subject: Subject = {
  model: 'coins-cctalk',
  open: (surroundings) =>
    coinsCctalk.open({
      ...surroundings,
      place: { path: '/wire' },
      settings: { baudRate: 9600, address: 2, checksum: 'simple', coinUnitFen: 1 },
    }),
  device: simulatedCoinAcceptor,
  commands: [cashUnit, gate('cashInStart', true), cashIn, reconcile, gate('cashInEnd', false)],
  busy: { busy: true },
  places: 30,
};

const whole = process.env['YEBAN_CONFORMANCE'] === 'whole';

test.each(conformanceCases(subject, { whole }))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
