/** Looks at the hub for a new release every minute and brings it into use when nobody is being served. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { ReleaseReport } from '#contract/hub-releases.ts';
import type { KioskId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { ReleaseKey } from '#contract/release.ts';
import type { Result } from '#contract/result.ts';
import type { SignedFetch } from '../identity/signed-fetch.ts';
import { loadRelease, type Release } from '../release/load-release.ts';
import { arrivingFolder, fetchRelease } from './fetch-release.ts';
import { askForReleaseKey, NO_ANSWER, tellHub } from './ask-hub.ts';

export interface WatchOptions {
  readonly hubUrl: string;
  readonly kiosk: KioskId;
  /** The kiosk's store folder. */
  readonly store: string;
  readonly fetch: SignedFetch;
  /** The key this kiosk takes releases by; null while it has none. */
  readonly trust: () => Promise<ReleaseKey | null>;
  /** Keeps the hub's key, for a kiosk that has none and may take it from there. */
  readonly keepTrust: (key: ReleaseKey) => void;
  /** What citizens are served with, and why not with something else, for the hub to hear. */
  readonly running: () => ReleaseReport;
  /** Whether a session could run on it; a failure is a word, for example `badContent` or `unknownStation`. */
  readonly use: (release: Release) => Result<unknown, string>;
  /** Brings the release in the folder into use; `busy` while a citizen is served. A failure is its name. */
  readonly activate: (from: string, trust: ReleaseKey) => Promise<Result<number, string> | 'busy'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ReleaseUpdates {
  /** Looks now. `activated`: the version that came into use by it; null also when it waits for a citizen to leave. */
  check(): Promise<{ activated: number | null }>;
  /** Nobody is being served: what waits may come into use. */
  hallEmpty(): void;
  /** The name of why the offered release is not used, or null; `noRoom` when the disk is full. */
  refused(): string | null;
  /** Nothing runs afterwards. */
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

/** Starts at once and never waits for the hub. */
export function watchReleases(options: WatchOptions): ReleaseUpdates {
  const { store, clock, log } = options;
  const into = path.join(store, 'incoming');
  const stopped = new AbortController();
  const { hubUrl, kiosk, fetch } = options;
  const hub = { hubUrl, kiosk, fetch, clock, signal: stopped.signal };
  let refused: string | null = null;
  let waiting: ReleaseKey | null = null;
  let told: string | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  let cancel = (): void => {};

  const refuse = (name: string): null => {
    if (name !== refused) log('update.refused', { reason: name });
    refused = name;
    return null;
  };
  const activate = async (): Promise<number | null> => {
    if (waiting === null || stopped.signal.aborted) return null;
    const activated = await options.activate(into, waiting);
    if (activated === 'busy') return null;
    waiting = null;
    await rm(into, { recursive: true, force: true });
    if (!activated.ok) return refuse(activated.fault);
    refused = null;
    log('update.activated', { version: activated.value });
    return activated.value;
  };
  /** Enrolled before the hub knew a key: it may know one by now. */
  const firstTrust = async (): Promise<ReleaseKey | null> => {
    const key = await askForReleaseKey(hub);
    if (key === null) return null;
    options.keepTrust(key);
    return options.trust();
  };
  /** Once for each change that the hub has heard; until it has, after every look. */
  const tell = async (): Promise<void> => {
    const running = options.running();
    const report = { release: running.release, refused: refused ?? running.refused };
    // Still being opened: there is nothing to say yet.
    if (report.release === null && report.refused === null) return;
    const text = JSON.stringify(report);
    if (text !== told && !stopped.signal.aborted && (await tellHub(hub, report))) told = text;
  };
  const look = async (): Promise<number | null> => {
    const trust = (await options.trust()) ?? (await firstTrust());
    if (trust === null || stopped.signal.aborted) return null;
    const fetched = await fetchRelease({ hub, trust, releases: path.join(store, 'releases'), into });
    if (!fetched.ok) return fetched.fault === NO_ANSWER ? null : refuse(fetched.fault.name);
    waiting = null;
    if (fetched.value === null) {
      refused = null;
      // What a power cut left between taking a release up and clearing away what was fetched.
      for (const left of [into, `${into}.new`, arrivingFolder(into)]) await rm(left, { recursive: true, force: true });
      return null;
    }
    const whole = await loadRelease({ folder: into, trust });
    if (!whole.ok) return refuse(whole.fault.name);
    const usable = options.use(whole.value);
    if (!usable.ok) {
      const name = usable.fault === 'unknownStation' ? 'wrongStation' : 'gateFailed';
      if (refused !== name) log('update.noUse', { version: fetched.value, reason: usable.fault });
      return refuse(name);
    }
    waiting = trust;
    const activated = await activate();
    if (waiting !== null) log('update.waits', { version: fetched.value });
    return activated;
  };
  /** One thing after another; trouble with the disk leaves the running release as it is. */
  const inTurn = (work: () => Promise<number | null>): Promise<number | null> => {
    const turn = tail.then(work).catch((error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log('update.failed', { reason });
      return reason === 'ENOSPC' ? refuse('noRoom') : null;
    });
    tail = turn.then(tell);
    return turn;
  };
  const check = async (): Promise<{ activated: number | null }> => {
    if (stopped.signal.aborted) return { activated: null };
    cancel();
    cancel = clock.after(EVERY_MS, () => void check());
    return { activated: await inTurn(look) };
  };
  void check();
  return {
    check,
    hallEmpty: () => {
      if (waiting !== null) void inTurn(activate);
    },
    refused: () => refused,
    stop: async () => {
      stopped.abort();
      cancel();
      await tail;
    },
  };
}
