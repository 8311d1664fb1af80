/** The kiosk's line to its hub: who it is there, and the outbox that is carried over it. */
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import type { EnrolReply } from '#contract/hub-enrolment.ts';
import type { Log } from '#contract/log.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { keepFirstTrust } from '../identity/keep-first-trust.ts';
import { openIdentity, type Identity } from '../identity/open-identity.ts';
import type { Store } from '../store/open-store.ts';
import { lookupClient } from '../sync/lookup-client.ts';
import { runSync, type Sync } from '../sync/run-sync.ts';
import { hearTime } from '../time/hear-time.ts';
import type { Timekeeper } from '../time/timekeeper.ts';

export interface HubLineOptions {
  readonly config: Pick<KioskConfig, 'hub' | 'station' | 'store' | 'trust'>;
  readonly store: Pick<Store, 'kiosk' | 'outbox'>;
  readonly clock: Timekeeper;
  readonly log: Log;
}

export interface OpenHubLine {
  readonly identity: Identity;
  readonly sync: Sync;
  readonly lookups: LookupPort;
  /** What a technician has to mend first, as one word, or null. */
  fault(): string | null;
  stop(): Promise<void>;
}

/** Starts at once and never waits for the hub. */
export function openHubLine({ config, store, clock, log }: HubLineOptions): OpenHubLine {
  const { hub, station } = config;
  const signing = openIdentity({
    folder: path.join(config.store, 'identity'),
    // It has its own way of signing right with a wrong clock: also before anybody was heard.
    ...{ kiosk: store.kiosk, station, hub, clock: clock.machine, log },
  });
  const identity: Identity = { ...signing, fetch: hearTime(signing.fetch, clock.hear) };
  const sync = runSync({
    outbox: store.outbox,
    ...{ kiosk: store.kiosk, station, hubUrl: hub.url, clock, log, fetch: identity.fetch },
  });
  const enrolled = ({ releaseKey }: EnrolReply): void => {
    if (config.trust === undefined && releaseKey !== null) {
      if (keepFirstTrust(path.join(config.store, 'trust', 'root.json'), releaseKey)) log('identity.trustKept');
    }
    sync.kick();
  };
  const stopListening = identity.onEnrolled(enrolled);
  return {
    identity,
    lookups: lookupClient({ hubUrl: hub.url, kiosk: store.kiosk, clock, fetch: identity.fetch }),
    sync: {
      ...sync,
      kick: () => {
        identity.kick();
        sync.kick();
      },
    },
    fault: () => {
      const { enrolment, fault } = identity.state();
      if (enrolment === 'refused') return fault;
      const { lastFault } = sync.state();
      if (lastFault?.name === 'refused') return lastFault.code ?? lastFault.name;
      return lastFault?.name ?? null;
    },
    stop: async () => {
      stopListening();
      await identity.stop();
      await sync.stop();
    },
  };
}
