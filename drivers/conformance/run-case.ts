/** One misbehaviour at one place in one command: how did it end, was it true, and does the next command work again? */
import type { Misbehaviour } from './misbehaviour.ts';
import { both, onQuestions, onReplies } from './misbehaviour.ts';
import type { Traffic } from './places.ts';
import { onlyWhile } from './only-while.ts';
import { setStage } from './stage.ts';
import type { Subject, SubjectCommand, Verdict } from './subject.ts';

/** Null: as it must be. Otherwise what was wrong, in words. */
export async function runCase(
  subject: Subject,
  command: SubjectCommand,
  misbehaviour: Misbehaviour,
  place: number,
): Promise<string | null> {
  const mischief = onlyWhile();
  const stage = setStage(subject, (hands) => mischief.tap(misbehaviour.tap(hands, place)));
  const judge = await command.begin(stage.scene);
  mischief.on = true;
  const completion = await stage.perform(command.command, command.payload, command.timeoutMs);
  if (completion === 'late') return 'it never ended';
  const atOnce = judge(completion);
  const said = stage.driver.status().state;
  if (misbehaviour.leavesUnheard && said === 'online' && !completion.ok) return 'silence was taken for well';
  if (misbehaviour.notIt && command.command === 'selfTest' && completion.ok) return 'it was taken for the device';
  mischief.on = misbehaviour.goesOn ?? false;
  stage.mend();
  await stage.settle();
  const { mustBe } = misbehaviour;
  const wrong = wrongness(atOnce, mustBe) ?? wrongness(judge(completion), mustBe);
  if (wrong !== null) return `${wrong}: ${JSON.stringify(completion.ok ? 'ok' : completion.fault)}`;

  const next = await command.begin(stage.scene);
  const again = await stage.perform(command.command, command.payload, command.timeoutMs);
  if (again === 'late') return 'the command after it never ended';
  const mustBeAgain = misbehaviour.goesOn ? 'ended' : 'right';
  const soon = wrongness(next(again), mustBeAgain);
  await stage.settle();
  const wrongAgain = soon ?? wrongness(next(again), mustBeAgain);
  await stage.close();
  return wrongAgain === null ? null : `the command after it: ${wrongAgain}: ${again.ok ? 'ok' : again.fault.code}`;
}

/** The same without any misbehaviour: it has to be right, and tells what passes. */
export async function runCalm(subject: Subject, command: SubjectCommand): Promise<Traffic> {
  const replies: number[] = [];
  const questions: number[] = [];
  let counting = false;
  const count = both(
    onReplies((bytes, deliver) => {
      if (counting) replies.push(bytes.length);
      deliver(bytes);
    }),
    onQuestions((bytes) => {
      if (counting) questions.push(bytes.length);
      return true;
    }),
  );
  const stage = setStage(subject, () => count);
  const judge = await command.begin(stage.scene);
  counting = true;
  const completion = await stage.perform(command.command, command.payload, command.timeoutMs);
  counting = false;
  if (completion === 'late') throw new Error(`${command.command} never ended, with nothing wrong`);
  await stage.settle();
  const wrong = wrongness(judge(completion), 'right');
  await stage.close();
  if (wrong !== null) throw new Error(`${command.command}, with nothing wrong: ${wrong} ${JSON.stringify(completion)}`);
  return { replies, questions };
}

function wrongness(verdict: Verdict, mustBe: Misbehaviour['mustBe']): string | null {
  if (typeof verdict === 'object') return verdict.wrong;
  return verdict === 'honest' && mustBe === 'right' ? 'not right, though nothing was lost' : null;
}
