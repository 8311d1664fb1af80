/** The line to the hub on good and bad days: away, back, slow, wrong, lying. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inventedRating, STATION } from '#fixtures/store/invented-records.ts';
import { makeHandClock, type HandClock, type HandTimer } from '#fixtures/store/hand-clock.ts';
import { honestReply, sendJson, startSmallHub, type Misbehave, type SmallHub } from '#fixtures/store/small-hub.ts';
import { makeHubKey, makeStorePlace, type LogLine, type StorePlace } from '#fixtures/store/temporary-store.ts';
import type { Store } from '../store/open-store.ts';
import { runSync, type Sync } from './run-sync.ts';

const { sealingKey } = makeHubKey();
const REQUEST_MS = 15_000;
const IDLE_MS = 30_000;

let place: StorePlace;
let store: Store;
let hub: SmallHub;
let sync: Sync | null;
let clock: HandClock;
let logged: LogLine[];
beforeEach(async () => {
  place = makeStorePlace();
  store = await place.open();
  hub = await startSmallHub();
  clock = makeHandClock();
  sync = null;
  logged = [];
});
afterEach(async () => {
  await sync?.stop();
  await hub.close();
  await place.remove();
});

/** `random` just below 1: each wait is the longest it may be. */
function start(random = 0.999_999): Sync {
  const log = (event: string, detail: LogLine['detail'] = {}) => logged.push({ event, detail });
  sync = runSync({
    outbox: store.outbox,
    kiosk: store.kiosk,
    station: STATION,
    hubUrl: hub.url,
    clock,
    log,
    random: () => random,
  });
  return sync;
}

async function queue(count: number): Promise<string[]> {
  const journal = store.journal(sealingKey);
  const session = await journal.openSession();
  const records = Array.from({ length: count }, (_, index) => inventedRating(1 + (index % 5)));
  await journal.forgetSession(session, records);
  return records.map((record) => record.id);
}

const keptIds = (): string[] => [...hub.kept.keys()];
/** Everything was delivered, or at least tried: sync waits for its next look. */
const rest = (): Promise<HandTimer> => clock.timer((ms) => ms === IDLE_MS);
const backOff = (): Promise<HandTimer> => clock.timer((ms) => ms !== IDLE_MS && ms !== REQUEST_MS);

describe('a line that is up', () => {
  test('carries everything, oldest first, 64 rows at a time', async () => {
    const ids = await queue(150);
    const running = start();
    await rest();
    expect(hub.batches.map((batch) => batch.rows.length)).toEqual([64, 64, 22]);
    expect(keptIds()).toEqual(ids);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 150 });
    expect(running.state()).toMatchObject({ hub: 'reachable', pending: 0, lastFault: null });
  });

  test('carries a row as soon as it is committed', async () => {
    start();
    await rest();
    expect(hub.batches).toEqual([]);
    const [id] = await queue(1);
    await rest();
    expect(keptIds()).toEqual([id]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'carries a row at once that is committed %i breaths after the last look',
    async (breaths) => {
      let looks = 0;
      let counts = 0;
      let announce = (_rows: number): void => {};
      const status = await store.outbox.status();
      sync = runSync({
        outbox: {
          ...store.outbox,
          pending: async () => {
            looks += 1;
            return [];
          },
          status: async () => {
            counts += 1;
            if (counts === 2) void breathe(breaths).then(() => announce(1));
            return status;
          },
          onAppend: (listener) => {
            announce = listener;
            return () => {};
          },
        },
        ...{ kiosk: store.kiosk, station: STATION, hubUrl: hub.url, clock, log: () => {} },
      });
      await breathe(100);
      expect(looks).toBe(2);
    },
  );

  test('is asked again by a timer, should a signal ever be lost', async () => {
    start();
    const first = await rest();
    first.fire();
    const second = await rest();
    expect(second).not.toBe(first);
  });
});

describe('a hub that is away', () => {
  test('is tried again and again, ever more slowly, and gets everything when it is back', async () => {
    const ids = await queue(3);
    const { port } = new URL(hub.url);
    await hub.close();
    const running = start();
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const timer = await backOff();
      waits.push(timer.ms);
      expect(running.state()).toMatchObject({ hub: 'unreachable', pending: 3, lastFault: { name: 'unreachable' } });
      if (tries === 7) hub = await startSmallHub(Number(port));
      timer.fire();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    await rest();
    expect(keptIds()).toEqual(ids);
    expect(running.state()).toMatchObject({ hub: 'reachable', pending: 0 });
    // A week without a hub is one line in the log, not ten thousand.
    expect(logged.map(({ event }) => event)).toEqual(['sync.noAnswer', 'sync.hubReachable']);
  });

  test('is tried at once when somebody kicks', async () => {
    await queue(1);
    const { port } = new URL(hub.url);
    await hub.close();
    const running = start();
    await backOff();
    hub = await startSmallHub(Number(port));
    running.kick();
    await rest();
    expect(hub.kept.size).toBe(1);
  });

  test('is never asked in a tight loop, however the dice fall', async () => {
    await queue(1);
    hub.misbehave(3, (response) => sendJson(response, {}, 503));
    start(0);
    expect((await backOff()).ms).toBe(250);
  });
});

describe('a hub that', () => {
  const other = '0192e4a0-0000-4000-8000-000000000001';
  const cases: readonly (readonly [string, Misbehave, object])[] = [
    ['answers 500', (response) => sendJson(response, {}, 500), { name: 'refused', status: 500 }],
    ['answers 400', (response) => sendJson(response, {}, 400), { name: 'refused', status: 400 }],
    ['answers with a web page', (response) => response.end('<html>Welcome to the Wi-Fi</html>'), { name: 'garbage' }],
    ['answers with nothing', (response) => response.end(), { name: 'garbage' }],
    ['answers with other JSON', (response) => sendJson(response, { ok: true }), { name: 'garbage' }],
    ['answers without end', (response) => response.end('x'.repeat(1_000_000)), { name: 'garbage' }],
    [
      'sends the kiosk elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      { name: 'unreachable' },
    ],
    ['hangs up', (response) => response.destroy(), { name: 'unreachable' }],
    [
      'hangs up in the middle of its answer',
      (response) => {
        response.writeHead(200, { 'content-length': 500 });
        response.write('{"epoch":', () => response.destroy());
      },
      { name: 'unreachable' },
    ],
    [
      'answers for another epoch',
      (response, batch) => sendJson(response, { ...honestReply(batch, new Map()), epoch: other }),
      { name: 'wrongEpoch' },
    ],
    [
      'acknowledges more than was sent',
      (response, batch) => sendJson(response, { ...honestReply(batch, new Map()), ackThrough: 99 }),
      { name: 'ackBeyondSent' },
    ],
    [
      'judges a row it was not sent',
      (response, batch) => {
        const reply = honestReply(batch, new Map());
        sendJson(response, { ...reply, verdicts: reply.verdicts.map((verdict) => ({ ...verdict, id: other })) });
      },
      { name: 'foreignVerdict' },
    ],
  ];

  test.each(cases)('%s is not believed, and gets the same rows again', async (_, misbehave, fault) => {
    const ids = await queue(2);
    hub.misbehave(1, misbehave);
    const running = start();
    const timer = await backOff();
    expect(running.state()).toMatchObject({ hub: 'unreachable', pending: 2, lastFault: fault });
    expect(await store.outbox.status()).toMatchObject({ pending: 2, acknowledged: 0 });
    timer.fire();
    await rest();
    expect(hub.batches[1]).toEqual(hub.batches[0]);
    expect(keptIds()).toEqual(ids);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 2 });
  });

  test('is too slow is not waited for, and keeps the rows once though it gets them twice', async () => {
    const ids = await queue(2);
    const { kept } = hub;
    hub.misbehave(1, (_, batch) => honestReply(batch, kept));
    const running = start();
    const deadline = await clock.timer((ms) => ms === REQUEST_MS);
    await waitUntil(() => hub.batches.length === 1);
    deadline.fire();
    (await backOff()).fire();
    expect(running.state().lastFault).toEqual({ name: 'slow' });
    await rest();
    expect(hub.batches).toHaveLength(2);
    expect(keptIds()).toEqual(ids);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 2 });
  });

  test('takes over a part gets the rest', async () => {
    const ids = await queue(5);
    hub.misbehave(1, (response, batch) => {
      sendJson(response, honestReply({ ...batch, rows: batch.rows.slice(0, 2) }, hub.kept));
    });
    start();
    await rest();
    expect(hub.batches.map(({ rows }) => rows.map(({ seq }) => seq))).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
    expect(keptIds()).toEqual(ids);
  });

  test('puts a row into quarantine is not sent it again, and the others pass', async () => {
    await queue(3);
    hub.misbehave(1, (response, batch) => {
      const reply = honestReply(batch, hub.kept);
      const verdicts = reply.verdicts.map((verdict) =>
        verdict.seq === 2 ? { ...verdict, verdict: 'quarantined', reason: 'unknown service' } : verdict,
      );
      sendJson(response, { ...reply, verdicts: verdicts });
    });
    start();
    await rest();
    expect(hub.batches).toHaveLength(1);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 3, quarantined: 1 });
    expect(logged).toContainEqual({ event: 'sync.quarantined', detail: { seq: 2 } });
  });

  test('is newer says more, and a verdict that this kiosk does not know: what it acknowledged is its own', async () => {
    const ids = await queue(2);
    hub.misbehave(1, (response, batch) => {
      const reply = honestReply(batch, hub.kept);
      const verdicts = reply.verdicts.map((each) => ({ ...each, verdict: 'keptElsewhere', since: 5 }));
      sendJson(response, { ...reply, verdicts, next: { inSeconds: 5 } });
    });
    start();
    await rest();
    expect(hub.batches).toHaveLength(1);
    expect(keptIds()).toEqual(ids);
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 2, quarantined: 0 });
  });

  test('was set back to an old backup gets again what it lost', async () => {
    const ids = await queue(130);
    start();
    await rest();
    const [first = '', second = ''] = ids;
    hub.restore([first, second]);
    ids.push(...(await queue(1)));
    (await backOff()).fire();
    await rest();
    expect(keptIds().toSorted()).toEqual(ids.toSorted());
    expect(logged).toContainEqual({ event: 'sync.hubBehind', detail: { ackThrough: 2, sentFrom: 131 } });
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: 131 });
  });

  test('finds a batch too large gets smaller ones', async () => {
    await queue(40);
    hub.misbehave(2, (response) => sendJson(response, {}, 413));
    start();
    (await backOff()).fire();
    (await backOff()).fire();
    await rest();
    expect(hub.batches.map(({ rows }) => rows.length)).toEqual([40, 32, 16, 24]);
  });
});

describe('stopping', () => {
  test('in the middle of a request ends it, and nothing runs on', async () => {
    await queue(1);
    hub.misbehave(1, () => {});
    const running = start();
    await clock.timer((ms) => ms === REQUEST_MS);
    await waitUntil(() => hub.batches.length === 1);
    await running.stop();
    expect(clock.timers.size).toBe(0);
    await queue(1);
    running.kick();
    expect(clock.timers.size).toBe(0);
    expect(await store.outbox.status()).toMatchObject({ pending: 2 });
  });
});

/** So many turns of what waits for promises. */
async function breathe(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}

/** Lets the event loop turn until it is so; the test's own time limit ends it otherwise. */
async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
