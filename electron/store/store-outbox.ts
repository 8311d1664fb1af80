/** The outbox as sync and technicians see it. */
import type { Clock } from '#contract/clock.ts';
import type { OutboxPlace } from '#contract/control.ts';
import { BATCH_LIMIT, type BatchReply } from '#contract/hub-api.ts';
import type { RecordEnvelope } from '#contract/record.ts';
import type { ChainReport, OutboxPage, OutboxStatus } from './store-calls.ts';
import type { StoreClient } from './store-client.ts';

export interface Outbox {
  /** The oldest rows the hub does not have: of one epoch, consecutive, at most `limit` (64). */
  pending(limit?: number): Promise<readonly RecordEnvelope[]>;
  /** The newest row of the epoch that the hub ever took over; 0 when none. */
  takenThrough(epoch: string): Promise<number>;
  /** Notes what the hub took over, and what it lost again. Give it only a reply that was compared with what was sent. */
  settle(reply: BatchReply): Promise<void>;
  status(): Promise<OutboxStatus>;
  /** Hashes every row of the current epoch again. */
  verify(): Promise<ChainReport>;
  /** The rows the hub does not have, some at a time, from all epochs: for taking them to it by hand. */
  page(after: OutboxPlace | null): Promise<OutboxPage>;
  /** Hears how many rows were committed. Returns a function that stops listening. */
  onAppend(listener: (rows: number) => void): () => void;
}

/** `announce` is for the writer of rows. */
export function makeOutbox(client: StoreClient, clock: Clock): { outbox: Outbox; announce: (rows: number) => void } {
  const listeners = new Set<(rows: number) => void>();
  const outbox: Outbox = {
    pending: (limit = BATCH_LIMIT) => client.call('pending', limit),
    takenThrough: (epoch) => client.call('takenThrough', epoch),
    settle: async (reply) => {
      await client.call('settle', { reply, at: clock.now() });
    },
    status: () => client.call('status', clock.now()),
    verify: () => client.call('verify', null),
    page: (after) => client.call('page', { after, limit: BATCH_LIMIT }),
    onAppend: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return {
    outbox,
    announce: (rows) => {
      for (const listener of listeners) listener(rows);
    },
  };
}
