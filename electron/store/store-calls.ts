/** The words between main and the store worker. Whatever is personal in them was sealed before. */
import type { OutboxPlace } from '#contract/control.ts';
import type { BatchReply } from '#contract/hub-api.ts';
import type { Day, KioskId, PageId, SessionId, StationId } from '#contract/ids.ts';
import type { RecordEnvelope } from '#contract/record.ts';

export interface SealedSnapshot {
  readonly session: SessionId;
  readonly sealed: Uint8Array;
}

export interface SealedPage {
  readonly session: SessionId;
  readonly page: PageId;
  readonly sealed: Uint8Array;
}

/** One step: everything in it is committed together or not at all. */
export interface StepWrite {
  readonly keep: SealedSnapshot | null;
  readonly forget: SessionId | null;
  readonly pages: readonly SealedPage[];
  readonly dropped: readonly Pick<SealedPage, 'session' | 'page'>[];
  readonly rows: readonly RecordEnvelope[];
  /** Wall time in ms. */
  readonly at: number;
}

/** `outbox status` as `yeban` answers it. */
export interface OutboxStatus {
  readonly epoch: string;
  /** Both 0 while nothing was ever queued in this epoch. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Over all epochs, like `acknowledged` and `quarantined`. */
  readonly pending: number;
  /** Rows the hub took over, the quarantined ones among them. */
  readonly acknowledged: number;
  readonly quarantined: number;
  readonly oldestPendingSeconds: number | null;
  /** Of the newest rows; `verify` looks at all of them. */
  readonly chain: 'ok' | 'broken';
}

export interface ChainReport {
  readonly rows: number;
  readonly chain: 'ok' | 'broken';
  /** The first row that does not fit, as `epoch/seq`. */
  readonly brokenAt: string | null;
}

/** Some of the rows the hub does not have; `next` is null when there are no more. */
export interface OutboxPage {
  readonly rows: RecordEnvelope[];
  readonly next: OutboxPlace | null;
}

/** What the store's disk has left. */
export interface Room {
  readonly freeBytes: number;
  /** The ballast lies there, to be given up when nothing else is left. */
  readonly ballast: boolean;
}

/** Requests that write; waiting ones share one COMMIT. */
export interface StoreWrites {
  step: { readonly request: StepWrite; readonly reply: null };
  /** The reply is the first of `count` consecutive numbers. */
  reserve: {
    readonly request: { readonly station: StationId; readonly day: Day; readonly count: number };
    readonly reply: number;
  };
  /** Deletes rows that the hub took over before this wall time (ms), the oldest first; the reply is how many went. */
  prune: { readonly request: { readonly before: number; readonly limit: number }; readonly reply: number };
  settle: { readonly request: { readonly reply: BatchReply; readonly at: number }; readonly reply: null };
}

export interface StoreReads {
  pending: { readonly request: number; readonly reply: readonly RecordEnvelope[] };
  /** The request is an epoch, the reply the newest row of it that the hub ever took over. */
  takenThrough: { readonly request: string; readonly reply: number };
  /** The request is the wall time in ms. */
  status: { readonly request: number; readonly reply: OutboxStatus };
  page: {
    readonly request: { readonly after: OutboxPlace | null; readonly limit: number };
    readonly reply: OutboxPage;
  };
  verify: { readonly request: null; readonly reply: ChainReport };
  /** Newest first. */
  snapshots: { readonly request: null; readonly reply: readonly SealedSnapshot[] };
  /** Null when there is no such page. */
  sessionPage: { readonly request: Pick<SealedPage, 'session' | 'page'>; readonly reply: Uint8Array | null };
  room: { readonly request: null; readonly reply: Room };
  /** Takes up the ballast, where there is room for it. */
  takeUpBallast: { readonly request: null; readonly reply: null };
  /** Empties the write-ahead log, so that what was deleted is gone from the disk too. On a full disk, another time. */
  truncate: { readonly request: null; readonly reply: null };
  close: { readonly request: null; readonly reply: null };
}

export type StoreCalls = StoreWrites & StoreReads;
export type StoreCallName = keyof StoreCalls;

export type StoreRequest<N extends StoreCallName = StoreCallName> = {
  readonly [K in N]: { readonly number: number; readonly name: K; readonly request: StoreCalls[K]['request'] };
}[N];

/** What the worker finds when it opens the folder. */
export interface OpenedStore {
  readonly kiosk: KioskId;
  readonly epoch: string;
  readonly lastSeq: number;
  readonly lastChain: string;
  /** Wall time in ms when the hub took something over last; null when it never did. */
  readonly hubHeardAt: number | null;
  readonly notices: readonly StoreNotice[];
}

/** Something worth a log line: an event and ids or counts. */
export interface StoreNotice {
  readonly event: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export type FromStoreWorker =
  | { readonly kind: 'opened'; readonly opened: OpenedStore }
  /** The folder can't be used; the words are for people. */
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'notice'; readonly notice: StoreNotice }
  | { readonly kind: 'reply'; readonly number: number; readonly reply: StoreCalls[StoreCallName]['reply'] }
  /** A commit or a read failed: nothing after it can be trusted. */
  | { readonly kind: 'failed'; readonly code: string; readonly words: string };

export interface StoreWorkerData {
  readonly folder: string;
  /** Wall time in ms. */
  readonly at: number;
}
