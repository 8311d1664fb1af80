/** Who this kiosk is to its hub: enrols with the code of kiosk.yaml as soon as the hub answers, and signs from then on. */
import type { Clock } from '#contract/clock.ts';
import type { EnrolmentCode, EnrolReply, KioskRefusal } from '#contract/hub-enrolment.ts';
import type { KioskId, StationId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { isDiskFull } from '../store/ballast.ts';
import { backOffMs } from '../sync/back-off.ts';
import { askToEnrol, type EnrolFault } from './ask-to-enrol.ts';
import { keepEnrolled, makeNextKey, readDeviceKey, type DeviceKey } from './device-key.ts';
import { makeSignedLine, type SignedFetch } from './signed-fetch.ts';

export interface IdentityOptions {
  /** A folder of its own inside the kiosk's store; made if missing. */
  readonly folder: string;
  readonly kiosk: KioskId;
  readonly station: StationId;
  readonly hub: { readonly url: string; readonly enrolment?: EnrolmentCode | undefined };
  readonly clock: Clock;
  readonly log: Log;
  /** Numbers in [0, 1) that spread the tries. */
  readonly random?: () => number;
}

export interface IdentityState {
  /** The key this kiosk signs with; null while the hub doesn't know it. */
  readonly keyId: string | null;
  /** `refused`: the code of kiosk.yaml is no use; a technician has to bring another one. */
  readonly enrolment: 'done' | 'trying' | 'refused' | 'noCode';
  /** Why the last try to enrol failed, for example `unreachable`, `enrolment.codeExpired` or `noRoom` on the disk. */
  readonly fault: string | null;
  /** Why the hub did not believe the last signature, for example `kiosk.revoked`. */
  readonly refusal: KioskRefusal | null;
}

export interface Identity {
  readonly fetch: SignedFetch;
  state(): IdentityState;
  /** What the hub said when it enrolled this kiosk. */
  enrolment(): EnrolReply | null;
  /** Hears of each enrolment that succeeds from now on. */
  onEnrolled(listener: (reply: EnrolReply) => void): () => void;
  /** Tries now instead of later, when there is something to try. */
  kick(): void;
  /** Ends the request under way; nothing runs afterwards. */
  stop(): Promise<void>;
}

/** Starts at once and never waits for the hub. Throws only for trouble with the disk itself. */
export function openIdentity(options: IdentityOptions): Identity {
  const { folder, clock, log, hub } = options;
  const random = options.random ?? Math.random;
  const stopped = new AbortController();
  const listeners = new Set<(reply: EnrolReply) => void>();
  let current = readKnown(folder, 'current', log);
  let state: IdentityState = {
    keyId: current?.enrolled?.keyId ?? null,
    enrolment: current === null ? 'noCode' : 'done',
    fault: null,
    refusal: null,
  };
  let running: Promise<void> | null = null;
  let retryNow = (): void => {};
  let cancelTimer = (): void => {};
  const line = makeSignedLine({
    clock,
    key: () => (current?.enrolled ? { keyId: current.enrolled.keyId, privateKey: current.privateKey } : null),
    noted: (refusal) => {
      if (refusal !== null && refusal !== state.refusal) log('identity.notBelieved', { reason: refusal });
      state = { ...state, refusal };
    },
  });

  const enrol = async (next: DeviceKey, failures: number): Promise<void> => {
    const { kiosk, station } = options;
    const request = { code: next.code, kiosk, station, publicKey: next.publicKey };
    const answer = await askToEnrol(hub.url, request, clock, stopped.signal);
    if (stopped.signal.aborted) return;
    const kept = answer.ok ? keep(folder, next, answer.value) : answer;
    if (kept.ok) {
      const { key, enrolled } = kept.value;
      current = key;
      line.setHubTime(enrolled.hubTime);
      state = { keyId: enrolled.keyId, enrolment: 'done', fault: null, refusal: null };
      log('identity.enrolled', { key: enrolled.keyId });
      for (const listener of listeners) listener(enrolled);
      return;
    }
    const { name, final } = kept.fault;
    if (name !== state.fault) log(eventOf(kept.fault), { reason: name });
    state = { ...state, enrolment: final ? 'refused' : 'trying', fault: name };
    if (final) return;
    retryNow = () => {
      cancelTimer();
      retryNow = () => {};
      running = enrol(next, failures + 1);
    };
    cancelTimer = clock.after(backOffMs(failures + 1, random()), () => retryNow());
  };

  // A code that is not the one this kiosk was enrolled with: somebody wants it enrolled anew.
  if (hub.enrolment !== undefined && hub.enrolment !== current?.code) {
    const waiting = readKnown(folder, 'next', log);
    const next = waiting?.code === hub.enrolment ? waiting : makeNextKey(folder, hub.enrolment);
    state = { ...state, enrolment: 'trying' };
    running = enrol(next, 0);
  }
  return {
    fetch: line.fetch,
    state: () => state,
    enrolment: () => current?.enrolled ?? null,
    onEnrolled: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kick: () => retryNow(),
    stop: async () => {
      stopped.abort();
      retryNow = () => {};
      cancelTimer();
      await running;
    },
  };
}

/** The disk had no room for what the hub answered. */
const NO_ROOM = 'noRoom';

function eventOf({ name, final }: EnrolFault): string {
  if (name === NO_ROOM) return 'identity.notKept';
  return final ? 'identity.codeRefused' : 'identity.noAnswer';
}

interface Kept {
  readonly key: DeviceKey;
  readonly enrolled: EnrolReply;
}

/** A disk that is full has room later, and the hub gives the same key the same answer: no reason to end a visit. */
function keep(folder: string, next: DeviceKey, enrolled: EnrolReply): Result<Kept, EnrolFault> {
  try {
    return ok({ key: keepEnrolled(folder, next, enrolled), enrolled });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return fail({ name: NO_ROOM, final: false });
  }
}

function readKnown(folder: string, role: 'current' | 'next', log: Log): DeviceKey | null {
  const key = readDeviceKey(folder, role);
  if (key !== 'damaged') return key;
  // The kiosk still serves citizens: rows wait until it is enrolled with a new code.
  log('identity.keyDamaged', { role });
  return null;
}
