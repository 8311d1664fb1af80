/** Carries the outbox to the hub for as long as the kiosk runs: oldest first, again and again, until the hub has it. */
import { BATCH_LIMIT } from '#contract/hub-api.ts';
import type { Log } from '#contract/log.ts';
import type { Outbox } from '../store/store-outbox.ts';
import { backOffMs } from './back-off.ts';
import { sendBatch, type HubLine, type SyncFault } from './send-batch.ts';

export interface SyncOptions extends HubLine {
  readonly outbox: Pick<Outbox, 'pending' | 'takenThrough' | 'settle' | 'status' | 'onAppend'>;
  readonly log: Log;
  /** Numbers in [0, 1) that spread the tries. */
  readonly random?: () => number;
}

export interface SyncState {
  /** `unknown` until something was sent. */
  readonly hub: 'unknown' | 'reachable' | 'unreachable';
  /** Wall time in ms since when it is so. */
  readonly since: number;
  readonly pending: number;
  readonly lastFault: SyncFault | null;
}

export interface Sync {
  /** Tries now instead of later. */
  kick(): void;
  state(): SyncState;
  /** Ends the request under way and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/** With nothing to send, the outbox is still looked at this often: no lost signal can stop delivery. */
const IDLE_MS = 30_000;

/** Starts at once. A failure of the store is the store's to report; sync then only stops. */
export function runSync(options: SyncOptions): Sync {
  const { outbox, clock, log } = options;
  const random = options.random ?? Math.random;
  const stopped = new AbortController();
  let state: SyncState = { hub: 'unknown', since: clock.now(), pending: 0, lastFault: null };
  let failures = 0;
  let limit = BATCH_LIMIT;
  let kicked = false;
  let running: Promise<void> | null = null;
  let cancelTimer = (): void => {};

  const note = (fault: SyncFault | null): void => {
    const hub = fault === null ? 'reachable' : 'unreachable';
    const changed = hub !== state.hub || fault?.name !== state.lastFault?.name;
    if (changed && fault === null) log('sync.hubReachable');
    if (changed && fault !== null) log('sync.noAnswer', { ...fault });
    state = { ...state, hub, since: hub === state.hub ? state.since : clock.now(), lastFault: fault };
  };

  /** One batch. True when there may be more to send at once. */
  const sendNext = async (): Promise<boolean> => {
    const rows = await outbox.pending(limit);
    const first = rows[0];
    if (first === undefined) return false;
    const answer = await sendBatch(options, rows, await outbox.takenThrough(first.epoch), stopped.signal);
    if (stopped.signal.aborted) return false;
    note(answer.ok ? null : answer.fault);
    if (!answer.ok) {
      failures += 1;
      // Too much at once must not stop delivery for ever.
      if (answer.fault.name === 'refused' && answer.fault.status === 413) limit = Math.max(1, limit >> 1);
      return false;
    }
    const { ackThrough, verdicts } = answer.value;
    for (const { seq, verdict } of verdicts) {
      if (verdict === 'quarantined') log('sync.quarantined', { seq });
    }
    await outbox.settle(answer.value);
    limit = BATCH_LIMIT;
    // The hub lacks rows from before this batch: it was set back, or they are lost. Either way, without haste.
    const behind = ackThrough < first.seq - 1;
    if (behind) log('sync.hubBehind', { ackThrough, sentFrom: first.seq });
    const progress = !behind && (verdicts.length > 0 || ackThrough >= first.seq);
    failures = progress ? 0 : failures + 1;
    return progress;
  };

  const count = async (): Promise<void> => {
    const { pending } = await outbox.status();
    state = { ...state, pending };
  };

  const run = async (): Promise<void> => {
    try {
      await count();
      do {
        kicked = false;
        while (await sendNext());
        await count();
      } while (kicked && !stopped.signal.aborted);
    } catch {
      log('sync.storeGone');
    }
    // In one breath with the last look at `kicked`, so that no kick falls in between.
    running = null;
    if (!stopped.signal.aborted)
      cancelTimer = clock.after(failures === 0 ? IDLE_MS : backOffMs(failures, random()), wake);
  };

  const wake = (): void => {
    if (stopped.signal.aborted) return;
    cancelTimer();
    kicked = true;
    running ??= run();
  };

  const stopListening = outbox.onAppend((rows) => {
    state = { ...state, pending: state.pending + rows };
    wake();
  });
  wake();
  return {
    kick: wake,
    state: () => state,
    stop: async () => {
      stopped.abort();
      stopListening();
      cancelTimer();
      await running;
    },
  };
}
