/** No coin is lost and none is counted twice: whatever happens, a ledger agrees with the box or knows that it must count. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setUpCoins } from '#fixtures/cash/coin-acceptor-on-a-cable.ts';

const FEN = { CN100A: 100, CN050A: 50, CN010A: 10, CN100B: 100, CN050B: 50, CN010B: 10 } as const;
type Coin = keyof typeof FEN;

const Mishap = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('coin'), coin: fc.constantFrom(...(Object.keys(FEN) as Coin[])) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cashIn'), limitMs: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.integer({ min: 1, max: 1_500 }) }) },
  ...(['reject', 'lostReplies', 'silence', 'unplug', 'plug', 'powerCut', 'power', 'newDriver', 'end'] as const).map(
    (name) => ({ weight: 1, arbitrary: fc.record({ do: fc.constant(name) }) }),
  ),
);
type Mishap = typeof Mishap extends fc.Arbitrary<infer T> ? T : never;

/** Writes down what it is told under its mark, which makes a coin that is told twice one coin; keeps the last mark it knows. */
class Ledger {
  readonly coins = new Map<string, number>();
  upTo: string | null = null;
  mustCount = false;

  told(mark: string, valueFen: number): void {
    if (this.coins.has(mark)) this.toldAgain.push(mark);
    this.coins.set(mark, valueFen);
    this.upTo = mark;
  }
  readonly toldAgain: string[] = [];
  get sum(): number {
    return [...this.coins.values()].reduce((sum, fen) => sum + fen, 0);
  }
}

/** Many more with YEBAN_RUNS, when the money rules were touched. */
const RUNS = Number(process.env['YEBAN_RUNS'] ?? 60);

async function play(counter: number, mishaps: readonly Mishap[]) {
  const { device, cable, run, later, again } = setUpCoins({ counter });
  const ledger = new Ledger();
  const reconcile = async (): Promise<boolean> => {
    const completion = await run('reconcile', { since: ledger.upTo });
    if (!completion.ok) return false;
    const { happened, upTo, missed } = completion.value as {
      happened: { mark: string; place: string; valueFen: number }[];
      upTo: string;
      missed: boolean;
    };
    for (const { mark, place, valueFen } of happened) if (place === 'stored') ledger.coins.set(mark, valueFen);
    ledger.upTo = upTo;
    ledger.mustCount ||= missed;
    return true;
  };
  const take = async (): Promise<void> => {
    if (await reconcile()) await run('cashInStart', { acceptFen: [10, 50, 100] });
  };
  const suffer = async (mishap: Mishap): Promise<void> => {
    switch (mishap.do) {
      case 'coin':
        device.order({ do: 'insert', coin: mishap.coin });
        return;
      case 'cashIn': {
        const completion = await run('cashIn', {}, mishap.limitMs);
        if (completion.ok) {
          const { mark, valueFen } = completion.value as { mark: string; valueFen: number };
          ledger.told(mark, valueFen);
        } else if (completion.fault.completion === 'sequenceError') await take();
        return;
      }
      case 'wait':
        return void (await later(mishap.ms));
      case 'reject':
        return void device.order({ do: 'reject', code: 1 });
      case 'lostReplies':
        return device.behave({ 'lost-reply': 2 });
      case 'silence':
        return device.behave({ 'lost-reply': 5 });
      case 'unplug':
        return cable.unplug();
      case 'plug':
        return cable.plug();
      case 'powerCut':
      case 'power':
        return device.behave({ 'power-cut': mishap.do === 'powerCut' });
      case 'newDriver':
        return again();
      case 'end':
        return void (await run('cashInEnd'));
    }
  };
  await take();
  for (const mishap of mishaps) await suffer(mishap);
  device.behave({ 'power-cut': false, 'lost-reply': 0 });
  cable.plug();
  await later(60_000);
  const reached = await reconcile();
  const box = device.order({ do: 'box' }) as Coin[];
  return { reached, ledger, box: box.reduce((sum, coin) => sum + FEN[coin], 0), count: box.length };
}

test(
  'any coins and mishaps: the ledger has what is in the box, or says that something is missed',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 249, 253, 255),
        fc.array(Mishap, { maxLength: 40 }),
        async (counter, mishaps) => {
          const { reached, ledger, box } = await play(counter, mishaps);
          expect(reached).toBe(true);
          expect(ledger.toldAgain).toEqual([]);
          // Never more than is in the box, also when something is missed: money that is not there is worse.
          expect(ledger.sum).toBeLessThanOrEqual(box);
          if (!ledger.mustCount) expect(ledger.sum).toBe(box);
        },
      ),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 200,
);
