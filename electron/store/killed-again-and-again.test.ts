/**
 * One store, killed with -9 at any moment and opened again, over and over: nothing answered is lost, no number given twice.
 * $YEBAN_KILLS sets how often (many for a long run), $YEBAN_SEED repeats one. It proves nothing about power cuts: what the
 * kernel holds survives a kill.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';

const PROGRAM = fileURLToPath(new URL('../../fixtures/store/busy-kiosk.ts', import.meta.url));
const KILLS = Number(process.env['YEBAN_KILLS'] ?? 8);
const SEED = Number(process.env['YEBAN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Long enough for several visits, deliveries and prunings; a kill comes anywhere from here back to the first instruction. */
const MOST_LINES = 400;
const MS_FOR_EACH_KILL = 20_000;
/** As `busy-kiosk.ts` takes them. */
const STEPS_OF_A_VISIT = 5;

const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(() => {
  place = makeStorePlace();
});
afterEach(() => place.remove());

/** Everything that was said by all the processes that were killed. */
class Sayings {
  readonly answered = new Set<string>();
  readonly caseNumbers: string[] = [];
  /** What the hub has, by number. */
  readonly taken = new Map<number, string>();
  readonly contradictions: string[] = [];

  hear(line: string): void {
    const [what, one = '', other = ''] = line.split(' ');
    if (what === 'answered') {
      this.answered.add(one);
      this.caseNumbers.push(other);
    }
    if (what !== 'taken') return;
    const before = this.taken.get(Number(one));
    if (before !== undefined && before !== other) this.contradictions.push(line);
    this.taken.set(Number(one), other);
  }
}

async function killAfter(lines: number, turns: number, sayings: Sayings): Promise<void> {
  const args = [PROGRAM, place.folder, place.sessionKeyFolder, sealingKey.publicKey];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGKILL');
  };
  let heard = 0;
  if (lines === 0) void kill();
  let unfinished = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unfinished + text).split('\n');
    // The pipe may end within a line; only whole lines were said.
    unfinished = parts.pop() ?? '';
    for (const line of parts) {
      sayings.hear(line);
      heard += 1;
      if (heard === lines) void kill();
    }
  });
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal, `it ended by itself (seed ${SEED})`).toBe('SIGKILL');
}

test(`killed ${KILLS} times, seed ${SEED}`, { timeout: KILLS * MS_FOR_EACH_KILL }, async () => {
  const sayings = new Sayings();
  let state = SEED;
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const early = dice(6) === 0;
    await killAfter(early ? 0 : 1 + dice(MOST_LINES), dice(early ? 20_000 : 40), sayings);
  }
  const store = await place.open();
  expect(await store.outbox.verify()).toMatchObject({ chain: 'ok', brokenAt: null });
  const { pending } = await store.outbox.status();
  const waiting = await store.outbox.pending(pending);
  const everywhere = [...sayings.taken.values(), ...waiting.map(({ id }) => id)];
  const there = new Set<string>(everywhere);
  expect(sayings.answered.size, `seed ${SEED}`).toBeGreaterThan(0);
  expect(
    [...sayings.answered].filter((id) => !there.has(id)),
    `lost (seed ${SEED})`,
  ).toEqual([]);
  expect(sayings.contradictions, `one number, two records (seed ${SEED})`).toEqual([]);
  expect(new Set(sayings.taken.values()).size, `twice at the hub (seed ${SEED})`).toBe(sayings.taken.size);
  expect(new Set(sayings.caseNumbers).size, `case numbers (seed ${SEED})`).toBe(sayings.caseNumbers.length);
  const left = await store.journal(sealingKey).recoverSession();
  const steps = Array.from({ length: STEPS_OF_A_VISIT }, (_, index) => ({ step: index + 1 }));
  expect([null, ...steps], `the open session (seed ${SEED})`).toContainEqual(left?.snapshot ?? null);
});
