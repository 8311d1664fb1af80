/** One command of `yeban`: its options as data, so that help, parsing and the refusal of typing slips come from one place. */
import { stripVTControlCharacters } from 'node:util';
import { fail } from '#contract/result.ts';
import { defineCommand, parseArgs, renderUsage, type ArgsDef, type ParsedArgs } from 'citty';
import type { LocalText } from '#contract/language.ts';
import type { Answer } from './answer.ts';
import { readerLanguage } from './reader-language.ts';

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

/** An option may bring its description in Chinese too, as `zh`. */
export function makeCommand<const T extends ArgsDef>(
  name: string,
  summary: string | LocalText,
  options: T,
  run: (args: ParsedArgs<T & typeof JSON_OPTION>) => Promise<Answer>,
): Command {
  const all: ArgsDef = { ...options, ...JSON_OPTION };
  const summaryHere = (): string => (typeof summary === 'string' ? summary : summary[readerLanguage(process.env)]);
  return {
    get summary() {
      return summaryHere();
    },
    async usage() {
      const meta = { name: `yeban ${name}`, description: summaryHere() };
      return stripVTControlCharacters(await renderUsage(defineCommand({ meta, args: described(all) })));
    },
    async run(words) {
      const slip = findSlip(words, all);
      if (slip !== null) return usageFault(slip, name);
      try {
        return await run(parseArgs<T & typeof JSON_OPTION>([...words], all));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EARG') return usageFault(error.message, name);
        throw error;
      }
    },
  };
}

/** The options with their descriptions in the reader's language, where they have one. */
function described(options: ArgsDef): ArgsDef {
  if (readerLanguage(process.env) === 'en') return options;
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const chinese = 'zh' in option && typeof option.zh === 'string' ? { description: option.zh } : {};
      return [name, { ...option, ...chinese }];
    }),
  );
}

/** citty lets unknown options through; a mistyped option that is ignored is worse than an error. */
function findSlip(words: readonly string[], options: ArgsDef): string | null {
  const unknown = words.find((word) => {
    const option = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
    return option !== undefined && options[option] === undefined;
  });
  return unknown === undefined ? null : `There is no option ${unknown}.`;
}

function usageFault(message: string, name: string): Answer {
  return fail({ code: 'usage', message, hint: `See: yeban ${name} --help`, exitCode: 2 });
}
