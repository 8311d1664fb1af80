/** One command of `yeban`: its options as data, so that help, parsing and the refusal of typing slips come from one place. */
import { stripVTControlCharacters } from 'node:util';
import { fail } from '#contract/result.ts';
import { defineCommand, parseArgs, renderUsage, type ArgsDef, type ParsedArgs } from 'citty';
import type { Answer } from './answer.ts';

export interface Command {
  readonly summary: string;
  usage(): Promise<string>;
  run(words: readonly string[]): Promise<Answer>;
}

/** Every command takes `--json`. */
const JSON_OPTION = { json: { type: 'boolean', description: 'answer with one JSON document' } } as const;

export function makeCommand<const T extends ArgsDef>(
  name: string,
  summary: string,
  options: T,
  run: (args: ParsedArgs<T>) => Promise<Answer>,
): Command {
  const all: ArgsDef = { ...options, ...JSON_OPTION };
  return {
    summary,
    async usage() {
      const meta = { name: `yeban ${name}`, description: summary };
      return stripVTControlCharacters(await renderUsage(defineCommand({ meta, args: all })));
    },
    async run(words) {
      const slip = findSlip(words, all);
      if (slip !== null) return usageFault(slip, name);
      try {
        return await run(parseArgs<T>([...words], all));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EARG') return usageFault(error.message, name);
        throw error;
      }
    },
  };
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
