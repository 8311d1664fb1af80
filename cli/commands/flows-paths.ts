/** `yeban flows paths`: the shortest way to every page of a service and to each of its ends, as the publish gate walks them. */
import type { LocalText } from '#contract/language.ts';
import { ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

const options = {
  folder: flowsFolder,
  service: {
    type: 'positional',
    required: true,
    valueHint: 'SERVICE',
    description: 'the id of a service, for example senior-card',
    zh: '服务的名称，例如 senior-card',
  },
} as const;

/** How a way through a service ends; any other place is called as in the file. */
const ENDS: Readonly<Record<string, LocalText>> = {
  'end: done': words('结束：办完了', 'end: done'),
  'end: declined': words('结束：没有提交', 'end: declined'),
};

export const flowsPaths = makeCommand(
  'flows paths',
  words('一项服务的每一页怎样走到', 'how citizens come to each page of a service'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const { readContent, servicesNamed } = await import('../flows/read-content.ts');
    const { pathsThrough } = await import('#flows/gate/paths-through.ts');
    const content = await readContent(args.folder, say);
    if (!content.ok) return content;
    const found = servicesNamed(content.value, [args.service], say);
    if (!found.ok) return found;
    const paths = found.value.flatMap((service) => pathsThrough(content.value, service));
    return ok({
      result: { service: args.service, paths: paths.map(({ to, events }) => ({ to, events: events.map(say) })) },
      text: [
        ...paths.map(
          ({ to, events }) =>
            `${say(ENDS[to] ?? { 'zh-CN': to, en: to })}\n      ${events.map(say).join(' → ') || say(words('一开始就在这里', 'where it begins'))}`,
        ),
        say(words(`共 ${paths.length} 条路径。`, `${paths.length} paths.`)),
      ].join('\n'),
      exitCode: 0,
    });
  },
);
