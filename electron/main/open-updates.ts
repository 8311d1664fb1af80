/** Joins the watch for new releases to the running kiosk: its line to the hub, its disk, its sessions. */
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { ReleaseReport } from '#contract/hub-releases.ts';
import type { KioskId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { fail, ok } from '#contract/result.ts';
import { keepFirstTrust } from '../identity/keep-first-trust.ts';
import type { Identity } from '../identity/open-identity.ts';
import { activateRelease } from '../release/activate-release.ts';
import { watchReleases, type ReleaseUpdates } from '../updates/watch-releases.ts';
import { readTrust } from './hall-release.ts';
import { readContent } from './load-content.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface OpenUpdatesOptions {
  readonly config: Pick<KioskConfig, 'hub' | 'store' | 'station' | 'trust'>;
  readonly kiosk: KioskId;
  readonly identity: Pick<Identity, 'fetch' | 'onEnrolled'>;
  readonly keeper: Pick<SessionKeeper, 'replace'>;
  readonly clock: Clock;
  readonly log: Log;
  /** What citizens are served by, or why by nothing. */
  readonly running: () => ReleaseReport;
  /** Hears the version that citizens are served by from now on. */
  readonly activated: (version: number) => void;
}

/** Starts at once and never waits for the hub. */
export function openUpdates(options: OpenUpdatesOptions): ReleaseUpdates {
  const { config, kiosk, identity, keeper, clock, log } = options;
  const releases = path.join(config.store, 'releases');
  const updates = watchReleases({
    ...{ hubUrl: config.hub.url, kiosk, store: config.store, fetch: identity.fetch, clock, log },
    trust: () => readTrust(config),
    keepTrust: (key) => {
      if (config.trust === undefined && keepFirstTrust(path.join(config.store, 'trust', 'root.json'), key))
        log('identity.trustKept');
    },
    running: options.running,
    use: (release) => readContent(release, config.station, log),
    activate: async (from, trust) => {
      const replaced = await keeper.replace(async () => {
        const active = await activateRelease({ from, folder: releases, trust, now: clock.now() });
        return active.ok ? readContent(active.value, config.station, log) : fail(active.fault.name);
      });
      if (replaced === 'busy' || !replaced.ok) return replaced;
      options.activated(replaced.value.release);
      return ok(replaced.value.release);
    },
  });
  const stopListening = identity.onEnrolled(() => void updates.check());
  return {
    ...updates,
    stop: async () => {
      stopListening();
      await updates.stop();
    },
  };
}
