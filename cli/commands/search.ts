/** `yeban search`: what a citizen who types these words at the kiosk would be offered, the likeliest first. */
import { ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

const MOST = 10;

const options = {
  folder: flowsFolder,
  query: {
    type: 'positional',
    required: true,
    valueHint: '"WORDS"',
    description: 'what a citizen would type: words, a sentence, Pinyin or its initials',
    zh: '市民会输入的内容：词语、整句话、拼音或拼音首字母',
  },
} as const;

export const search = makeCommand(
  'search',
  words('市民输入这些字会找到什么', 'what a citizen would find by these words'),
  options,
  async (args): Promise<Answer> => {
    const language = readerLanguage(process.env);
    const say = sayTo(language);
    const { readContent } = await import('../flows/read-content.ts');
    const { buildIndex } = await import('#flows/search/search-index.ts');
    const { rank } = await import('#flows/search/rank.ts');
    const { idOf } = await import('#flows/search/entries.ts');
    const content = await readContent(args.folder, say);
    if (!content.ok) return content;
    const index = buildIndex(content.value);
    // citty keeps what is typed beyond the named words in `_`: a sentence without quotation marks is one query.
    const query = [args.query, ...args._.slice(2)].join(' ');
    const started = performance.now();
    const { hits: found, isSure } = rank(index, query);
    const elapsedMs = Math.round((performance.now() - started) * 100) / 100;
    const hits = found.slice(0, MOST).map(({ entry, score }) => ({
      service: idOf(entry.found),
      title: entry.title[language],
      score: Math.round(score * 1000) / 1000,
    }));
    const lines = hits.map(
      ({ service, title, score }, at) => `${String(at + 1).padStart(3)}. ${score.toFixed(2)}  ${service}  ${title}`,
    );
    const nothing = say(words('没有找到。', 'Nothing was found.'));
    const doubt = isSure ? [] : [say(words('不太有把握：', 'Not sure, perhaps:'))];
    return ok({ result: { elapsedMs, isSure, hits }, text: [...doubt, ...lines].join('\n') || nothing, exitCode: 0 });
  },
);
