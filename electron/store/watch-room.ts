/** Looks again and again whether the disk has room for another citizen: closed in time, open again by itself. */
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import type { Store } from './open-store.ts';

export interface RoomWatch {
  /** No visit should begin now; the one in hand has the ballast. */
  full(): boolean;
  /** Called when the answer changed; returns a function that stops listening. */
  onChange(listen: () => void): () => void;
  stop(): void;
}

export interface WatchRoomOptions {
  readonly store: Promise<Pick<Store, 'room' | 'takeUpBallast'>>;
  readonly clock: Clock;
  readonly log: Log;
}

const MEGABYTE = 1024 * 1024;
const EVERY_MS = 5_000;
/** Others write on this disk too: some room must be left when the kiosk closes. */
const LEAST_BYTES = 32 * MEGABYTE;
/** More than it closes at, so that it doesn't open and close with every file that somebody writes. */
const ENOUGH_BYTES = 64 * MEGABYTE;

/** Looks as soon as the store is open. A store that can't answer ends the process by itself; then the watch only stops. */
export function watchRoom({ store, clock, log }: WatchRoomOptions): RoomWatch {
  const listeners = new Set<() => void>();
  let full = false;
  let looks = 0;
  let stopped = false;
  let cancel = (): void => {};

  const note = (nowFull: boolean, freeBytes: number): void => {
    if (nowFull === full) return;
    full = nowFull;
    log(full ? 'store.full' : 'store.hasRoom', { freeMb: Math.floor(freeBytes / MEGABYTE) });
    for (const listen of listeners) listen();
  };
  const look = async (): Promise<void> => {
    looks += 1;
    const { room, takeUpBallast } = await store;
    const { freeBytes, ballast } = await room();
    note(freeBytes < (full ? ENOUGH_BYTES : LEAST_BYTES), freeBytes);
    // Not before citizens can be served: a start has enough to write.
    if (!ballast && looks > 1 && freeBytes >= ENOUGH_BYTES) await takeUpBallast();
  };
  const lookOn = (): void => {
    look().then(
      () => {
        if (!stopped) cancel = clock.after(EVERY_MS, lookOn);
      },
      () => {
        if (!stopped) log('store.roomUnknown');
      },
    );
  };
  lookOn();
  return {
    full: () => full,
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
