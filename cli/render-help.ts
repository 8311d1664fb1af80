/** The help of one command, and what citty says of a typing slip, in the reader's language: citty itself speaks English only. */
import { stripVTControlCharacters } from 'node:util';
import { defineCommand, renderUsage, type ArgDef, type ArgsDef } from 'citty';
import type { Language, LocalText } from '#contract/language.ts';

/** An option brings its description in Chinese beside the one citty shows. */
export type BilingualArgs = Readonly<Record<string, ArgDef & { readonly description: string; readonly zh: string }>>;

/** What citty writes around names and descriptions, and the same in Chinese. */
const CITTY_WORDS = [
  [/^USAGE /gm, '用法 '],
  [/^ARGUMENTS$/gm, '参数'],
  [/^OPTIONS$/gm, '选项'],
  [/\[OPTIONS\]/g, '[选项]'],
  [/ \(Required\)/g, '（必填）'],
  [/ \(Default: (.*?)\)/g, '（默认 $1）'],
  [/^Missing required (?:positional )?argument: /, '缺少 '],
] as const;

/** `name` is the whole one, such as `release build`. */
export async function renderHelp(
  name: string,
  summary: LocalText,
  options: BilingualArgs,
  language: Language,
): Promise<string> {
  const meta = { name: `yeban ${name}`, description: summary[language] };
  const rendered = await renderUsage(defineCommand({ meta, args: described(options, language) }));
  return cittySays(stripVTControlCharacters(rendered), language).replace(/ +$/gm, '').trimEnd();
}

export function cittySays(text: string, language: Language): string {
  if (language === 'en') return text;
  return CITTY_WORDS.reduce((said, [english, chinese]) => said.replace(english, chinese), text);
}

function described(options: BilingualArgs, language: Language): ArgsDef {
  if (language === 'en') return { ...options };
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { ...option, description: option.zh }]),
  );
}
