/** The table of misbehaviours, spread over the commands of one model: named cases for a test or a technician to run. */
import type { Misbehaviour } from './misbehaviour.ts';
import { DAMAGE } from './misbehaviours/damage.ts';
import { missingCommands } from './every-command.ts';
import { MISBEHAVIOURS } from './misbehaviours.table.ts';
import { runForLong, runAgainAndAgain } from './endurance.ts';
import { FEW_SEEDS, seedsUpTo, type ConformanceOptions } from './options.ts';
import { placesOf } from './places.ts';
import { runChaos } from './run-chaos.ts';
import { runCalm, runCase } from './run-case.ts';
import { selfTest, type Subject, type SubjectCommand } from './subject.ts';

export interface ConformanceCase {
  readonly name: string;
  /** Empty: as it must be. Otherwise what was wrong, and where. */
  run(): Promise<readonly string[]>;
}

/** A reader is asked three times a second: a night of that takes seconds. */
const HOURS = 4;

export function conformanceCases(
  subject: Subject,
  { whole = false, seeds = seedsUpTo(FEW_SEEDS) }: ConformanceOptions = {},
) {
  const cases: readonly ConformanceCase[] = [
    { name: 'every command of the model is tried', run: () => Promise.resolve(missingCommands(subject)) },
    ...[...subject.commands, selfTest].flatMap((command) => casesOf(subject, command, whole, seeds)),
    { name: 'hours of waiting leave nothing behind', run: () => runForLong(subject, whole ? 24 : HOURS) },
  ];
  return cases;
}

function casesOf(
  subject: Subject,
  command: SubjectCommand,
  whole: boolean,
  seeds: readonly number[],
): readonly ConformanceCase[] {
  const calm = once(() => runCalm(subject, command));
  const thrift = { everyByte: whole, ...(subject.places === undefined ? {} : { most: subject.places }) };
  const struck = MISBEHAVIOURS.filter((each) => fits(each, subject)).map((misbehaviour) => ({
    name: `${command.command}: ${misbehaviour.name}`,
    async run() {
      const found: string[] = [];
      for (const place of placesOf(misbehaviour, await calm(), thrift)) {
        const wrong = await runCase(subject, command, misbehaviour, place);
        if (wrong !== null) found.push(`at ${place}: ${wrong}`);
      }
      return found;
    },
  }));
  return [
    ...struck,
    {
      name: `${command.command}: again and again, until every counter has wrapped`,
      run: () => runAgainAndAgain(subject, command),
    },
    {
      name: `${command.command}: on a wire that goes wrong by a seed`,
      async run() {
        const found: string[] = [];
        for (const seed of seeds) {
          const wrong = await runChaos(subject, command, seed);
          if (wrong !== null) found.push(wrong);
        }
        return found;
      },
    },
  ];
}

function fits(
  { name, ofBytes, ofReports }: Misbehaviour,
  { busy, wholeReports, unguarded, limits = {} }: Subject,
): boolean {
  if (unguarded && DAMAGE.some((damage) => damage.name === name)) return false;
  if (wholeReports ? ofBytes : ofReports) return false;
  if (Object.hasOwn(limits, name)) return false;
  return busy !== undefined || name !== 'the device has no time';
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
