/** What only shows after a long time: counters that wrap, timers and listeners that pile up. */
import { setStage } from './stage.ts';
import type { Subject, SubjectCommand } from './subject.ts';
import { pass } from './suite-clock.ts';

/** One byte's worth, and some: what counts in a byte has wrapped. */
const TIMES = 300;
const HOUR_MS = 3_600_000;

export async function runAgainAndAgain(subject: Subject, command: SubjectCommand): Promise<readonly string[]> {
  const stage = setStage(subject, () => (wire) => wire);
  const found: string[] = [];
  for (let time = 1; time <= TIMES && found.length === 0; time += 1) {
    const judge = await command.begin(stage.scene);
    const completion = await stage.perform(command.command, command.payload, command.timeoutMs);
    if (completion === 'late') return [`the ${time}th time it never ended`];
    // The dust has settled when a command ends well with nothing wrong.
    const verdict = judge(completion);
    if (verdict !== 'right') found.push(`the ${time}th time: ${JSON.stringify(verdict)}`);
  }
  await stage.close();
  return found;
}

/** With a command that waits, or idle where a model has none. */
export async function runForLong(subject: Subject, hours: number): Promise<readonly string[]> {
  const stage = setStage(subject, () => (wire) => wire);
  const { waits } = subject;
  let ended = false;
  if (waits) {
    const waiting = stage.driver.perform(waits.command, waits.payload, { timeoutMs: (hours + 1) * HOUR_MS });
    void waiting.then(() => (ended = true));
  }
  await pass(stage.clock, HOUR_MS);
  const early = held(stage);
  await pass(stage.clock, (hours - 1) * HOUR_MS);
  const late = held(stage);
  if (ended) return ['it stopped waiting by itself'];
  await stage.close();
  return late > early ? [`${early} timers and listeners after an hour, ${late} after ${hours}`] : [];
}

function held({ clock, cable }: ReturnType<typeof setStage>): number {
  return clock.planned + cable.listeners;
}
