/** One command of `yeban`: its options as data, so that help, parsing and the refusal of typing slips come from one place. */
import { fail } from '#contract/result.ts';
import { parseArgs, type ArgsDef, type ParsedArgs } from 'citty';
import type { LocalText } from '#contract/language.ts';
import type { Answer } from './answer.ts';
import { readerLanguage, sayTo, words as inBoth } from './reader-language.ts';
import { cittySays, renderHelp, type BilingualArgs } from './render-help.ts';

export interface Command {
  /** In the reader's language. */
  readonly summary: string;
  /** Help; `words` are those typed after the name. */
  usage(words: readonly string[]): Promise<string>;
  run(words: readonly string[]): Promise<Answer>;
}

/** Every command takes `--json`. */
const JSON_OPTION = {
  json: { type: 'boolean', description: 'answer with one JSON document', zh: '用一个 JSON 文档回答' },
} as const;

export function makeCommand<const T extends ArgsDef & BilingualArgs>(
  name: string,
  summary: LocalText,
  options: T,
  run: (args: ParsedArgs<T & typeof JSON_OPTION>) => Promise<Answer>,
): Command {
  const all: ArgsDef & BilingualArgs = { ...options, ...JSON_OPTION };
  return {
    get summary() {
      return summary[readerLanguage(process.env)];
    },
    usage: () => renderHelp(name, summary, all, readerLanguage(process.env)),
    async run(words) {
      const unknown = unknownOption(words, all);
      if (unknown !== null) return usageFault(inBoth(`没有选项 ${unknown}。`, `There is no option ${unknown}.`), name);
      try {
        return await run(parseArgs<T & typeof JSON_OPTION>([...words], all));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EARG')
          return usageFault(inBoth(cittySays(error.message, 'zh-CN'), error.message), name);
        throw error;
      }
    },
  };
}

/** citty lets unknown options through; a mistyped option that is ignored is worse than an error. */
function unknownOption(words: readonly string[], options: ArgsDef): string | null {
  const unknown = words.find((word) => {
    const option = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
    return option !== undefined && options[option] === undefined;
  });
  return unknown ?? null;
}

function usageFault(message: LocalText, name: string): Answer {
  const say = sayTo(readerLanguage(process.env));
  const hint = inBoth(`用法见：yeban ${name} --help`, `See: yeban ${name} --help`);
  return fail({ code: 'usage', message: say(message), hint: say(hint), exitCode: 2 });
}
