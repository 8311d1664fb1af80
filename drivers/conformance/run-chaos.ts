/** Commands on a wire that goes wrong by a seed: each ends honestly in its time, and once the wire is well they are right again. */
import { LATEST_MS, openChaos, type Chaos } from '../tap/chaos.ts';
import { setStage } from './stage.ts';
import type { Subject, SubjectCommand } from './subject.ts';
import { pass } from './suite-clock.ts';

const ROUNDS = 4;
const ONE_IN = 5;

function harmTo({ unguarded, wholeReports }: Subject) {
  if (unguarded) return wholeReports ? 'undamagedReports' : 'undamaged';
  return wholeReports ? 'reports' : 'any';
}

/** Null: as it must be. Otherwise what was wrong, with what the seed did. */
export async function runChaos(subject: Subject, command: SubjectCommand, seed: number): Promise<string | null> {
  const chaos: Chaos[] = [];
  const stage = setStage(subject, ({ clock }) => {
    const damageQuestions = subject.checksums ?? true;
    const opened = openChaos({
      seed,
      clock,
      oneIn: ONE_IN,
      damageQuestions,
      harm: harmTo(subject),
    });
    chaos.push(opened);
    return opened.tap;
  });
  const told = (what: string): string => `seed ${seed}: ${what} (${chaos[0]?.did.join('; ')})`;
  for (let round = 1; round <= ROUNDS + 1; round += 1) {
    const last = round === ROUNDS + 1;
    chaos[0]?.rest(true);
    await pass(stage.clock, LATEST_MS);
    const judge = await command.begin(stage.scene);
    chaos[0]?.rest(last);
    const completion = await stage.perform(command.command, command.payload, command.timeoutMs);
    if (completion === 'late') return told(`round ${round} never ended`);
    const atOnce = judge(completion);
    await stage.settle();
    for (const verdict of [atOnce, judge(completion)]) {
      if (typeof verdict === 'object') return told(`round ${round}: ${verdict.wrong}`);
      if (last && verdict !== 'right') return told(`with a good wire again: ${JSON.stringify(completion)}`);
    }
  }
  await stage.close();
  return null;
}
