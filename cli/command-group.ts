/** Commands that share a first word, such as `yeban release build` and `yeban release sign`. */
import { fail } from '#contract/result.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import type { LocalText } from '#contract/language.ts';
import type { Command } from './command.ts';
import { readerLanguage, sayTo, words } from './reader-language.ts';

/** `members` by their second word; each was made with its whole name, so that its own help says it. */
export function groupCommands(name: string, summary: LocalText, members: Readonly<Record<string, Command>>): Command {
  const byWord = new Map(Object.entries(members));
  return {
    get summary() {
      return sayTo(readerLanguage(process.env))(summary);
    },
    async usage([word = '', ...rest]) {
      const member = byWord.get(word);
      if (member !== undefined) return member.usage(rest);
      const width = Math.max(...[...byWord.keys()].map((each) => each.length));
      const lines = [...byWord].map(([each, command]) => `  yeban ${name} ${each.padEnd(width)} ${command.summary}`);
      return [`${this.summary} (yeban ${name})`, '', ...lines].join('\n');
    },
    async run([word, ...rest]) {
      const member = byWord.get(word ?? '');
      if (word !== undefined && member !== undefined) return member.run(rest);
      const like = nearestWord(word ?? '', [...byWord.keys()]);
      const say = sayTo(readerLanguage(process.env));
      const message =
        word === undefined
          ? words(`yeban ${name} 后面还要一个词。`, `yeban ${name} needs one more word.`)
          : words(`没有 yeban ${name} ${word} 这个命令。`, `There is no yeban ${name} ${word}.`);
      const hint =
        like === null
          ? words(`用法见：yeban ${name} --help`, `See: yeban ${name} --help`)
          : words(`是不是：yeban ${name} ${like}`, `Did you mean: yeban ${name} ${like}`);
      return fail({ code: 'usage', message: say(message), hint: say(hint), exitCode: 2 });
    },
  };
}
