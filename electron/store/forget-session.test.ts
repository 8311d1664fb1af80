/** A stolen kiosk tells nothing: no plaintext while the citizen is here, nothing readable at all once they left. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MaterialId, PageId, type SessionId } from '#contract/ids.ts';
import type { Journal } from '#contract/journal.ts';
import { CANARY, inventedCase, inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';

const TMPFS = 0x01021994;
const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(() => {
  place = makeStorePlace();
});
afterEach(() => place.remove());

/** Files in which the bytes occur. Read from copies: opening a database here would drop its owner's locks. */
function filesWith(needle: Buffer): string[] {
  const copies = mkdtempSync(path.join(os.tmpdir(), 'yeban-search-'));
  try {
    for (const folder of [place.folder, place.sessionKeyFolder]) spawnSync('cp', ['-r', folder, copies]);
    const files = readdirSync(copies, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(1);
    return files
      .filter((file) => readFileSync(path.join(file.parentPath, file.name)).includes(needle))
      .map(({ name }) => name);
  } finally {
    rmSync(copies, { recursive: true });
  }
}

/** Every way in which the name might have been written down. */
function canaryFiles(): string[] {
  const escaped = [...CANARY].map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`).join('');
  // What base64 makes of it depends on what stands before it: three ways, without the letters it shares.
  const base64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(CANARY)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    return whole.slice(before === 0 ? 0 : 4);
  });
  const utf16 = Buffer.from(CANARY, 'utf16le');
  return [Buffer.from(CANARY), utf16, Buffer.from(escaped), ...base64.map((text) => Buffer.from(text))].flatMap(
    filesWith,
  );
}

function keyFiles(): string[] {
  return readdirSync(place.sessionKeyFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.key'),
  );
}

test('the search itself finds a name that was written down', async () => {
  await place.open();
  writeFileSync(path.join(place.sessionKeyFolder, 'note.txt'), `name: ${CANARY}`);
  expect(filesWith(Buffer.from(CANARY))).toHaveLength(1);
  writeFileSync(path.join(place.sessionKeyFolder, 'note.txt'), Buffer.from(CANARY, 'utf16le'));
  expect(canaryFiles()).toHaveLength(1);
  writeFileSync(path.join(place.sessionKeyFolder, 'note.txt'), Buffer.from(`{"name":"${CANARY}"}`).toString('base64'));
  expect(canaryFiles()).toHaveLength(1);
});

describe('a page of paper', () => {
  const PAGE = PageId.parse('00000000-0000-4000-8000-000000000001');
  const OTHER = PageId.parse('00000000-0000-4000-8000-000000000002');
  /** Begins like a JPEG, and holds the name. */
  const JPEG = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from(CANARY.repeat(200))]).toString('base64');
  const keeping = { keep: new Map([[PAGE, JPEG]]), drop: [], attach: [] };

  test('is in no file while the session runs; it is read again, also by the next process, until it is over', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: 1, records: [], pages: keeping });
    expect(canaryFiles()).toEqual([]);
    expect(await journal.readPage(session, PAGE)).toBe(JPEG);
    expect(await journal.readPage(session, OTHER)).toBeNull();
    await store.close();
    const again = (await place.open()).journal(sealingKey);
    expect((await again.recoverSession())?.session).toBe(session);
    expect(await again.readPage(session, PAGE)).toBe(JPEG);
    await again.forgetSession(session);
    expect(await again.readPage(session, PAGE)).toBeNull();
    expect(canaryFiles()).toEqual([]);
  });

  test('goes to the hub sealed, in the step that submits; one that was dropped is gone, and none is left out in silence', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: 1, records: [], pages: keeping });
    const { id, body } = inventedCase(1);
    if (body.kind !== 'case.submitted') throw new Error('no case');
    const draft = {
      id: inventedCase(2).id,
      page: PAGE,
      body: {
        kind: 'page.attached' as const,
        caseNumbers: [body.caseNumber],
        material: MaterialId.parse('household-page'),
        page: 1,
        of: 1,
        codes: [],
      },
    };
    const attach = { keep: new Map(), drop: [], attach: [draft] };
    await journal.commit({ session, snapshot: 2, records: [{ id, body }], pages: attach });
    expect((await store.outbox.pending()).map(({ kind }) => kind)).toEqual(['case.submitted', 'page.attached']);
    expect(canaryFiles()).toEqual([]);
    await journal.commit({ session, snapshot: 3, records: [], pages: { keep: new Map(), drop: [PAGE], attach: [] } });
    expect(await journal.readPage(session, PAGE)).toBeNull();
    await expect(journal.commit({ session, snapshot: 4, records: [], pages: attach })).rejects.toThrow(RangeError);
  });

  test('many of them go in several batches, never without the first', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const large = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(550_000)]).toString('base64');
    await journal.commit({ session, snapshot: 1, records: [], pages: { ...keeping, keep: new Map([[PAGE, large]]) } });
    const caseNumber = inventedCase(1).body;
    if (caseNumber.kind !== 'case.submitted') throw new Error('no case');
    const attach = Array.from({ length: 6 }, (_, index) => ({
      id: inventedCase(index + 2).id,
      page: PAGE,
      body: {
        kind: 'page.attached' as const,
        caseNumbers: [caseNumber.caseNumber],
        material: MaterialId.parse('household-page'),
        page: index + 1,
        of: 6,
        codes: [],
      },
    }));
    await journal.commit({ session, snapshot: 2, records: [], pages: { keep: new Map(), drop: [], attach } });
    // Twice in base64, each page has a little less than 1 MB: the hub takes 4 MB at once.
    expect((await store.outbox.pending()).length).toBe(3);
  });
});

describe('a citizen’s name', () => {
  test('is in no file while the session runs, and in none when it is over', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const snapshot = { card: { name: CANARY }, answers: [CANARY] };
    await journal.commit({ session, snapshot, records: [] });
    await journal.commit({ session, snapshot, records: [inventedCase(1)] });
    expect(canaryFiles()).toEqual([]);
    await journal.forgetSession(session, [inventedRating(5)]);
    expect(canaryFiles()).toEqual([]);
    expect(await store.outbox.status()).toMatchObject({ lastSeq: 2, pending: 2 });
  });
});

describe('the key of a session', () => {
  test('does not exist before the first step, is one 0600 file after it, and is gone with the citizen', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    expect(keyFiles()).toEqual([]);
    await journal.commit({ session, snapshot: 1, records: [] });
    expect(keyFiles()).toEqual([`${store.kiosk}/${session}.key`]);
    const file = path.join(place.sessionKeyFolder, keyFiles()[0] ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(filesWith(readFileSync(file))).toEqual([`${session}.key`]);
    await journal.forgetSession(session);
    expect(keyFiles()).toEqual([]);
  });

  test('opens a session once more after a crash', async () => {
    const before = await place.open();
    const journal = before.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: { step: 'ask' }, records: [] });
    await before.close();
    const after = (await place.open()).journal(sealingKey);
    expect(await after.recoverSession()).toEqual({ session, snapshot: { step: 'ask' } });
    await after.commit({ session, snapshot: { step: 'review' }, records: [] });
    await after.forgetSession(session);
    expect(await after.recoverSession()).toBeNull();
  });

  test('that went with the power takes the snapshot with it', async () => {
    const before = await place.open();
    const journal = before.journal(sealingKey);
    await journal.commit({ session: await journal.openSession(), snapshot: 1, records: [inventedRating(3)] });
    await before.close();
    const otherMemory = makeStorePlace();
    const store = await place.open({ sessionKeyFolder: otherMemory.sessionKeyFolder });
    expect(await store.journal(sealingKey).recoverSession()).toBeNull();
    expect(place.logged.map(({ event }) => event)).toContain('session.notRecovered');
    expect(await store.journal(sealingKey).recoverSession()).toBeNull();
    expect(await store.outbox.status()).toMatchObject({ pending: 1 });
    await store.close();
    await otherMemory.remove();
  });

  test('whose snapshot is gone is destroyed at the next start', async () => {
    const before = await place.open();
    await before.close();
    const orphan = path.join(place.sessionKeyFolder, before.kiosk, '0192e4a0-0000-4000-8000-000000000001.key');
    writeFileSync(orphan, Buffer.alloc(32, 7));
    await place.open();
    expect(keyFiles()).toEqual([]);
  });

  // Where /tmp is in memory there is no real disk to try it on.
  test.skipIf(statfsSync(os.tmpdir()).type === TMPFS)('on a real disk is reported', async () => {
    await place.open({ sessionKeyFolder: path.join(place.folder, '..', 'keys') });
    expect(place.logged.map(({ event }) => event)).toContain('store.sessionKeysOnDisk');
  });
});

describe('a forgotten session', () => {
  /** Bytes of every snapshot it ever had, as they were sealed, and of its key: what somebody could look for later. */
  async function visit(journal: Journal): Promise<{ session: SessionId; traces: readonly Buffer[] }> {
    const session = await journal.openSession();
    const traces: Buffer[] = [Buffer.from(session)];
    for (let step = 1; step <= 5; step += 1) {
      await journal.commit({ session, snapshot: { step, said: 'x'.repeat(20_000) }, records: [] });
      traces.push(sealedNow(session));
    }
    traces.push(readFileSync(path.join(place.sessionKeyFolder, keyFiles()[0] ?? '')));
    for (const trace of [traces.at(-1), traces.at(-2)]) expect(filesWith(trace ?? Buffer.alloc(0))).not.toEqual([]);
    return { session, traces };
  }

  /** A piece from the middle of the snapshot, from a copy: opening the file here would drop its owner's lock. */
  function sealedNow(session: SessionId): Buffer {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'yeban-search-'));
    spawnSync('cp', ['-r', `${place.folder}/.`, copy]);
    const db = new Database(path.join(copy, 'store.db'));
    const sealed = db
      .prepare<[string], Buffer>('select sealed from session_snapshot where session = ?')
      .pluck()
      .get(session);
    db.close();
    rmSync(copy, { recursive: true });
    return sealed?.subarray(10_000, 10_048) ?? Buffer.alloc(0);
  }

  const found = (traces: readonly Buffer[]): readonly string[] => traces.flatMap(filesWith);

  test('leaves neither its key nor one of its sealed bytes: not in the database, its free pages or its log', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const { session, traces } = await visit(journal);
    await journal.forgetSession(session, [inventedRating(5)]);
    expect(found(traces)).toEqual([]);
    expect(statSync(path.join(place.folder, 'store.db-wal')).size).toBe(0);
    await store.close();
    expect(found(traces)).toEqual([]);
  });

  test('of a kiosk whose power went leaves nothing either, once it runs again', async () => {
    const before = await place.open();
    const { traces } = await visit(before.journal(sealingKey));
    await before.close();
    rmSync(path.join(place.sessionKeyFolder, before.kiosk), { recursive: true });
    const after = await place.open();
    expect(await after.journal(sealingKey).recoverSession()).toBeNull();
    expect(found(traces)).toEqual([]);
  });

  test('of a process that died in the middle of forgetting leaves nothing either', async () => {
    const before = await place.open();
    const { session, traces } = await visit(before.journal(sealingKey));
    await before.close();
    const db = new Database(path.join(place.folder, 'store.db'));
    db.pragma('secure_delete = ON');
    db.prepare('delete from session_snapshot where session = ?').run(session);
    db.close();
    await place.open();
    expect(keyFiles()).toEqual([]);
    expect(found(traces)).toEqual([]);
  });
});
