/** For an hour the hub answers with errors, nonsense, silence and half answers: few tries, nothing lost, nothing twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeHandClock, type HandClock, type HandTimer } from '#fixtures/store/hand-clock.ts';
import { inventedRating, STATION } from '#fixtures/store/invented-records.ts';
import { honestReply, sendJson, startSmallHub, type Misbehave, type SmallHub } from '#fixtures/store/small-hub.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import type { Store } from '../store/open-store.ts';
import { runSync, type Sync } from './run-sync.ts';

const { sealingKey } = makeHubKey();
const AN_HOUR_MS = 3_600_000;
/** What is asked of sync: no answer in this time is no answer. */
const REQUEST_MS = 15_000;
const IDLE_MS = 30_000;
const CEILING_MS = 60_000;

let place: StorePlace;
let store: Store;
let hub: SmallHub;
let clock: HandClock;
let sync: Sync;
let passed: number;
beforeEach(async () => {
  place = makeStorePlace();
  store = await place.open();
  hub = await startSmallHub();
  clock = makeHandClock();
  passed = 0;
});
afterEach(async () => {
  await sync.stop();
  await hub.close();
  await place.remove();
});

/** The same numbers each time, as a kiosk's dice might fall. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function start(seed: number): void {
  const { outbox, kiosk } = store;
  const line = { outbox, kiosk, station: STATION, hubUrl: hub.url, clock, log: () => {} };
  sync = runSync({ ...line, random: dice(seed) });
}

async function queue(count: number): Promise<string[]> {
  const journal = store.journal(sealingKey);
  const records = Array.from({ length: count }, (_, index) => inventedRating(1 + (index % 5)));
  await journal.forgetSession(await journal.openSession(), records);
  return records.map((record) => record.id);
}

/** Time passes until this timer goes off. */
function wait(timer: HandTimer): void {
  passed += timer.ms;
  timer.fire();
}

interface Manner {
  readonly how: Misbehave;
  /** Its answer never ends: only the deadline does. */
  readonly endless: boolean;
}

const MANNERS: Readonly<Record<string, Manner>> = {
  'answers 500': { how: (response) => sendJson(response, { error: 'out of memory' }, 500), endless: false },
  'answers 502 with a page': { how: (response) => response.writeHead(502).end('<html>nginx</html>'), endless: false },
  'answers garbage': { how: (response) => response.end('\u0000\u0001 not JSON'), endless: false },
  'hangs up at once': { how: (response) => response.destroy(), endless: false },
  'hangs up in mid-answer': {
    how: (response, batch) => {
      const whole = JSON.stringify(honestReply(batch, new Map()));
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.slice(0, whole.length >> 1), () => response.destroy());
    },
    endless: false,
  },
  'keeps the rows and then says nothing': { how: (_, batch) => void honestReply(batch, hub.kept), endless: true },
  'answers a byte at a time and never ends': {
    how: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = (): void => {
        if (!response.destroyed) response.write(' ', () => setImmediate(drip));
      };
      drip();
    },
    endless: true,
  },
};

/** The try under way fails; resolves with the timer of the next one. */
async function failed({ endless }: Manner, tries: number): Promise<HandTimer> {
  if (endless) {
    const deadline = await clock.timer((ms) => ms === REQUEST_MS);
    await untilSent(tries);
    wait(deadline);
  }
  return clock.timer((ms) => ms !== REQUEST_MS);
}

async function untilSent(batches: number): Promise<void> {
  while (hub.batches.length < batches) await new Promise((resolve) => setImmediate(resolve));
}

/** Everything is delivered: sync looks again when its timer says so. */
const rest = (): Promise<HandTimer> => clock.timer((ms) => ms === IDLE_MS && sync.state().pending === 0);

describe('for an hour, a hub that', () => {
  test.each(Object.entries(MANNERS))('%s', async (_, manner) => {
    const ids = await queue(3);
    hub.misbehave(1_000, manner.how);
    start(7);
    const pauses: number[] = [];
    let next = await failed(manner, 1);
    while (passed < AN_HOUR_MS) {
      pauses.push(next.ms);
      wait(next);
      next = await failed(manner, pauses.length + 1);
    }
    // Never in a hurry, never silent for longer than the ceiling, and not all kiosks at the same moment.
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(250);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(CEILING_MS);
    expect(new Set(pauses).size).toBeGreaterThan(pauses.length / 2);
    expect(pauses.length).toBeGreaterThan(30);
    expect(pauses.length).toBeLessThan(250);
    expect(hub.batches).toHaveLength(pauses.length + 1);
    expect(await store.outbox.status()).toMatchObject({ pending: 3, acknowledged: 0 });

    hub.behave();
    const wellAt = passed;
    wait(next);
    await rest();
    expect(passed - wellAt).toBeLessThanOrEqual(CEILING_MS);
    expect([...hub.kept.keys()]).toEqual(ids);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 3 });
  });
});
