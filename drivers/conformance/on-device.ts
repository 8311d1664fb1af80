/** The part of the suite that is safe at a real device: only our end of the wire is disturbed, and all that is asked is its self-test. */
import type { Clock } from '#contract/clock.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Driver } from '../driver.ts';
import { rest } from '../service/run.ts';
import type { Tap } from '../tap/tap.ts';
import { onQuestions, type Hands, type Misbehaviour } from './misbehaviour.ts';
import { MISBEHAVIOURS } from './misbehaviours.table.ts';
import { onlyWhile } from './only-while.ts';

/** A self-test's own limit, and what a write may still keep it. */
const LIMIT_MS = 15_000;
const GRACE_MS = 3_000;
/** Replies that were held back have come by then. */
const DUST_MS = 14_000;
const TRIES = 3;
const never = new AbortController().signal;

export interface DeviceUnderTest {
  /** Opens the device anew, with this tap on its wire. */
  open(tap: Tap): Promise<Driver>;
  readonly clock: Clock;
  /** Its wire carries whole reports. */
  readonly wholeReports: boolean;
}

export type DeviceVerdict =
  'right' | 'neverEnded' | 'internalError' | 'wrongSuccess' | 'silenceTakenForWell' | 'notBack';

export interface DeviceCase {
  readonly name: string;
  readonly verdict: DeviceVerdict;
}

export interface Calm {
  readonly completion: Completion<unknown> | 'late';
  /** A device that is never asked anything can't be misunderstood either. */
  readonly questions: number;
}

/** What is tried at this device, in order. */
export function casesAtDevice({ wholeReports }: Pick<DeviceUnderTest, 'wholeReports'>): readonly Misbehaviour[] {
  return MISBEHAVIOURS.filter(
    ({ takes, ofBytes, ofReports }) => takes === 'ourEnd' && !(wholeReports ? ofBytes : ofReports),
  );
}

/** One self-test with nothing wrong. */
export async function runInPeace(device: DeviceUnderTest): Promise<Calm> {
  let questions = 0;
  const driver = await device.open(
    onQuestions(() => {
      questions += 1;
      return true;
    }),
  );
  const completion = await selfTest(driver, device.clock);
  await driver.close();
  return { completion, questions };
}

/** At its first reply or question, at its second byte: in the middle of what a self-test says. */
export async function runAtDevice(device: DeviceUnderTest, misbehaviour: Misbehaviour): Promise<DeviceCase> {
  const { clock } = device;
  const { name } = misbehaviour;
  const mischief = onlyWhile();
  const driver = await device.open(mischief.tap(misbehaviour.tap(noHands(clock), placeOf(misbehaviour))));
  try {
    await selfTest(driver, clock);
    mischief.on = true;
    const ended = await selfTest(driver, clock);
    const said = driver.status().state;
    mischief.on = false;
    if (ended === 'late') return { name, verdict: 'neverEnded' };
    if (!ended.ok && ended.fault.completion === 'internalError') return { name, verdict: 'internalError' };
    if (ended.ok && misbehaviour.notIt) return { name, verdict: 'wrongSuccess' };
    if (!ended.ok && misbehaviour.leavesUnheard && said === 'online') return { name, verdict: 'silenceTakenForWell' };
    return { name, verdict: (await isBack(driver, clock)) ? 'right' : 'notBack' };
  } finally {
    await driver.close();
  }
}

async function isBack(driver: Driver, clock: Clock): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const again = await selfTest(driver, clock);
    if (again !== 'late' && again.ok) return true;
    await rest(DUST_MS, clock, never);
  }
  return false;
}

function selfTest(driver: Driver, clock: Clock): Promise<Completion<unknown> | 'late'> {
  return new Promise((resolve) => {
    const stop = clock.after(LIMIT_MS + GRACE_MS, () => resolve('late'));
    void driver.perform('selfTest', {}, { timeoutMs: LIMIT_MS }).then((completion) => {
      stop();
      resolve(completion);
    });
  });
}

function placeOf({ strikes }: Misbehaviour): number {
  return strikes === 'atEachByteFromDevice' || strikes === 'atEachByteToDevice' ? 1 : 0;
}

/** Nobody's hand is at the device: what needs one isn't among the cases. */
function noHands(clock: Clock): Hands {
  const nothing = (): void => undefined;
  return { clock, unplug: nothing, plug: nothing, power: nothing, busy: nothing };
}
