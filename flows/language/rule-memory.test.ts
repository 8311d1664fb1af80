/** A list rule forgets whom it was asked about: nothing of the engine holds a row any longer (law 3). */
import { Environment } from '@marcbachmann/cel-js';
import { expect, test } from 'vitest';
import { collector } from '#fixtures/memory/held-memory.ts';
import { forgetLoop, loopsIn } from './rule-memory.ts';

const engine = new Environment().registerVariable('members', 'list<map<string, int>>').registerVariable('met', 'bool');
const collect = collector();

/** Asks the rule about two rows and returns what still holds one of them. */
async function heldAfter(expression: string, forget: boolean): Promise<number> {
  const rule = engine.parse(expression);
  expect(rule.check().valid).toBe(true);
  const rows = (): WeakRef<object>[] => {
    const members = [new Map([['age', 61n]]), new Map([['age', 7n]])];
    rule({ members, met: true });
    return [members, ...members].map((each) => new WeakRef(each));
  };
  const held = rows();
  if (forget) loopsIn(rule.ast).forEach(forgetLoop);
  // What a WeakRef was made of lives until this turn of the event loop is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  const left = held.filter((each) => each.deref() !== undefined).length;
  // The rule itself lives on, as in a kiosk.
  expect(rule.ast.op).toBeDefined();
  return left;
}

test.each([
  'members.exists(m, m.age > 100)',
  'met && members.all(m, m.age > 3)',
  'members.filter(m, m.age > 18).size() + members.map(m, m.age).size() > 3',
  'met ? members.exists_one(m, m.age > 18) : false',
])('%s', async (expression) => {
  expect(await heldAfter(expression, false)).toBeGreaterThan(0);
  expect(await heldAfter(expression, true)).toBe(0);
});
