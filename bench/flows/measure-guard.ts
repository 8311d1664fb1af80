/** How long a compiled guard takes, as a running session asks it, beside the same guard by hand and in three other languages. */
import { evaluate } from 'feelin';
import jsonLogic from 'json-logic-js';
import jsonata from 'jsonata';
import type { BenchRow } from '#contract/bench-report.ts';
import { ageOn } from '#flows/language/calendar.ts';
import { Elements } from '#flows/language/element.ts';
import { makeRules } from '#flows/language/rules.ts';
import { percentile } from '../shell/percentile.ts';
import { FACTS, type Guard, GUARDS } from './guards.table.ts';

const ROUNDS = 15;
/** A round of each takes about so long. */
const ROUND_MS = 8;

type Ask = () => unknown;

const rules = makeRules(Elements.parse({}), {
  more: { way: 'string', income: 'int', members: { rows: { age: 'int', insured: 'bool' } } },
});

export async function measureGuard(): Promise<readonly BenchRow[]> {
  jsonLogic.add_operation('ageOn', ageOn);
  const rows: BenchRow[] = [];
  for (const guard of GUARDS) {
    const asked = waysToAsk(guard);
    for (const [name, ask] of Object.entries(asked))
      if ((await ask()) !== true) throw new Error(`${name} gives another answer to "${guard.name}"`);
    const times = await alternate(asked);
    const [value, limit] = [median(times.ours), median(times.byHand)];
    for (const rival of ['json-logic-js', 'jsonata', 'feelin'] as const)
      rows.push({
        what: `guard: ${guard.name}`,
        value,
        unit: 'µs',
        limit,
        ratio: value / limit,
        rival: { name: rival, value: median(times[rival]) },
      });
  }
  return rows;
}

function waysToAsk(guard: Guard) {
  const query = jsonata(guard.jsonata);
  query.registerFunction('ageOn', ageOn);
  return {
    ours: () => {
      const holds = rules.holds(guard.cel, { ...FACTS });
      return holds.ok && holds.value;
    },
    byHand: () => guard.byHand(FACTS),
    'json-logic-js': () => jsonLogic.apply(guard.jsonLogic as jsonLogic.RulesLogic<never>, FACTS),
    jsonata: () => query.evaluate(FACTS),
    // It keeps nothing of what it has read: every time it reads the text again.
    feelin: () => evaluate(guard.feel, { ...FACTS, ageOn }).value,
  } as const satisfies Record<string, Ask>;
}

/** µs of each for one answer, by rounds in turn; the first round isn't counted. */
async function alternate<K extends string>(asked: Readonly<Record<K, Ask>>): Promise<Record<K, number[]>> {
  const names = Object.keys(asked) as K[];
  const counts = new Map<K, number>();
  for (const name of names) counts.set(name, await countFor(asked[name]));
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of names) {
      const time = await timeOf(asked[name], counts.get(name) ?? 1);
      if (round > 0) times[name].push(time);
    }
  return times;
}

/** How often it is asked in a round. */
async function countFor(ask: Ask): Promise<number> {
  const oneUs = await timeOf(ask, 200);
  return Math.max(20, Math.ceil((ROUND_MS * 1000) / oneUs));
}

/** µs for one answer. Only who answers later is waited for. */
async function timeOf(ask: Ask, count: number): Promise<number> {
  const from = performance.now();
  for (let left = count; left > 0; left -= 1) {
    const answer = ask();
    if (answer instanceof Promise) await answer;
  }
  return ((performance.now() - from) * 1000) / count;
}

function median(values: readonly number[]): number {
  return percentile(values, 50);
}
