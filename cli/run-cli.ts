/** Picks the command that was typed, runs it, and turns its answer into text and an exit code. */
import { fail } from '#contract/result.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { writeAnswer, type ExitCode, type Paper } from './answer.ts';
import type { Command } from './command.ts';
import { bench } from './commands/bench.ts';
import { device } from './commands/device.ts';
import { devices } from './commands/devices.ts';
import { doctor } from './commands/doctor.ts';
import { flows } from './commands/flows.ts';
import { hub } from './commands/hub.ts';
import { kiosk } from './commands/kiosk.ts';
import { outbox } from './commands/outbox.ts';
import { release } from './commands/release.ts';
import { search } from './commands/search.ts';
import { technician } from './commands/technician.ts';
import { wire } from './commands/wire.ts';
import { readerLanguage, sayTo, words as inBoth } from './reader-language.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ kiosk, hub, doctor, device, devices, wire, technician, outbox, flows, search, release, bench }),
);

/** Runs `yeban` with these words. Null: the command goes on running, its own end decides the exit code. */
export async function runCli(words: readonly string[], paper: Paper): Promise<ExitCode | null> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    paper.out(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    const like = nearestWord(name, [...COMMANDS.keys()]);
    const say = sayTo(readerLanguage(process.env));
    const message = say(inBoth(`没有 ${name} 这个命令。`, `There is no command ${name}.`));
    const hint =
      like === null
        ? inBoth('用法见：yeban --help', 'See: yeban --help')
        : inBoth(`是不是：yeban ${like}`, `Did you mean: yeban ${like}`);
    const fault = { code: 'usage', message, hint: say(hint), exitCode: 2 } as const;
    return writeAnswer(fail(fault), rest.includes('--json'), paper);
  }
  if (rest.includes('--help')) {
    paper.out(await command.usage(rest));
    return 0;
  }
  const answer = await command.run(rest);
  return answer === null ? null : writeAnswer(answer, rest.includes('--json'), paper);
}

function overview(): string {
  const lines = [...COMMANDS].map(([name, { summary }]) => `  yeban ${name.padEnd(10)} ${summary}`);
  const more = inBoth(
    'yeban COMMAND --help 说明一个命令的用法；加 --json 则用一个 JSON 文档回答。',
    'yeban COMMAND --help says more. --json answers with one document.',
  );
  return ['Yeban 夜办', '', ...lines, '', sayTo(readerLanguage(process.env))(more)].join('\n');
}
