/** The thread that owns the one SQLite connection: what waits together is committed together. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Ballast } from './ballast.ts';
import { StoreRefusal } from './store-refusal.ts';
import { DatabaseDesk } from './database-desk.ts';
import { openDatabase } from './open-database.ts';
import type { FromStoreWorker, StoreNotice, StoreRequest, StoreWorkerData, StoreWrites } from './store-calls.ts';

/** Rows (or other writes) that share one COMMIT at most. */
const GROUP_LIMIT = 64;

const port = parentPort;
if (port === null) throw new Error('the store worker runs as a thread of the kiosk only');
const say = (message: FromStoreWorker): void => {
  port.postMessage(message);
};

const { folder, at } = workerData as StoreWorkerData;
const note = (notice: StoreNotice): void => say({ kind: 'notice', notice });
const ballast = new Ballast(folder, note);
try {
  const database = ballast.spare(() => openDatabase(folder, at));
  const desk = new DatabaseDesk({ database, ballast, note });
  say({ kind: 'opened', opened: database.opened });
  listen(desk);
} catch (error) {
  if (!(error instanceof StoreRefusal)) throw error;
  say({ kind: 'refused', words: error.message });
}

function listen(desk: DatabaseDesk): void {
  let failed = false;
  port?.on('message', (message: StoreRequest) => {
    if (failed) return;
    try {
      serveWaiting(desk, message);
    } catch (error) {
      // A failed commit is never tried again: whether its pages are on the disk, nobody can know now.
      failed = true;
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
      say({ kind: 'failed', code, words: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** Serves this request and all that came meanwhile. No timer: while one group commits, the next one gathers. */
function serveWaiting(desk: DatabaseDesk, first: StoreRequest): void {
  let next: StoreRequest | null = first;
  while (next !== null) {
    if (!isWrite(next)) {
      say({ kind: 'reply', number: next.number, reply: desk.read(next) });
      if (next.name === 'close') port?.close();
      next = nextWaiting();
      continue;
    }
    const group: StoreRequest<keyof StoreWrites>[] = [];
    let rows = 0;
    while (next !== null && isWrite(next) && rows < GROUP_LIMIT) {
      group.push(next);
      rows += next.name === 'step' ? Math.max(1, next.request.rows.length) : 1;
      next = nextWaiting();
    }
    const replies = desk.commit(group);
    for (const [index, { number }] of group.entries()) {
      say({ kind: 'reply', number, reply: replies[index] ?? null });
    }
  }
}

function nextWaiting(): StoreRequest | null {
  if (port === null) return null;
  const waiting = receiveMessageOnPort(port) as { message: StoreRequest } | undefined;
  return waiting?.message ?? null;
}

function isWrite(request: StoreRequest): request is StoreRequest<keyof StoreWrites> {
  return request.name === 'step' || request.name === 'reserve' || request.name === 'settle' || request.name === 'prune';
}
