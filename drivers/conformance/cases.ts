/** The table of misbehaviours, spread over the commands of one model: named cases for a test or a technician to run. */
import type { Misbehaviour } from './misbehaviour.ts';
import { MISBEHAVIOURS } from './misbehaviours.table.ts';
import { runForLong, runAgainAndAgain } from './endurance.ts';
import { placesOf } from './places.ts';
import { runCalm, runCase } from './run-case.ts';
import { selfTest, type Subject, type SubjectCommand } from './subject.ts';

export interface ConformanceCase {
  readonly name: string;
  /** Empty: as it must be. Otherwise what was wrong, and where. */
  run(): Promise<readonly string[]>;
}

export interface ConformanceOptions {
  /** Strikes at every byte, also in the middle of long replies, and waits for a day and a night. */
  readonly whole?: boolean;
}

/** A reader is asked three times a second: a night of that takes seconds. */
const HOURS = 4;

export function conformanceCases(subject: Subject, { whole = false }: ConformanceOptions = {}) {
  const cases: readonly ConformanceCase[] = [
    ...[...subject.commands, selfTest].flatMap((command) => casesOf(subject, command, whole)),
    { name: 'hours of waiting leave nothing behind', run: () => runForLong(subject, whole ? 24 : HOURS) },
  ];
  return cases;
}

function casesOf(subject: Subject, command: SubjectCommand, everyByte: boolean): readonly ConformanceCase[] {
  const calm = once(() => runCalm(subject, command));
  const struck = MISBEHAVIOURS.filter((each) => fits(each, subject)).map((misbehaviour) => ({
    name: `${command.command}: ${misbehaviour.name}`,
    async run() {
      const found: string[] = [];
      for (const place of placesOf(misbehaviour, await calm(), everyByte)) {
        const wrong = await runCase(subject, command, misbehaviour, place);
        if (wrong !== null) found.push(`at ${place}: ${wrong}`);
      }
      return found;
    },
  }));
  const name = `${command.command}: again and again, until every counter has wrapped`;
  return [...struck, { name, run: () => runAgainAndAgain(subject, command) }];
}

function fits({ name }: Misbehaviour, { busy, limits = {} }: Subject): boolean {
  if (Object.hasOwn(limits, name)) return false;
  return busy !== undefined || name !== 'the device has no time';
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
