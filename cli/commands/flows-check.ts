/** `yeban flows check`: the publish gate over a folder of services, before anybody signs anything. */
import { ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { findingLines, findingsAsJson } from '../flows/finding-lines.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

const options = {
  folder: flowsFolder,
} as const;

export const flowsCheck = makeCommand(
  'flows check',
  words('列出妨碍发布的每一处错误', 'everything that keeps services from being published'),
  options,
  async (args): Promise<Answer> => {
    const language = readerLanguage(process.env);
    const say = sayTo(language);
    // Loaded here, so that the other commands do not wait for it.
    const { checkFolder } = await import('../flows/check-folder.ts');
    const checked = await checkFolder(args.folder, say);
    if (!checked.ok) return checked;
    const { services, elapsedMs, findings } = checked.value;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const summary =
      errors === 0
        ? words(
            `已检查 ${services.length} 项服务，可以发布。`,
            `${services.length} services checked, ready to publish.`,
          )
        : words(
            `已检查 ${services.length} 项服务，有 ${errors} 处错误，不能发布。`,
            `${services.length} services checked, ${errors} ${errors === 1 ? 'error' : 'errors'}: not to be published.`,
          );
    return ok({
      result: { services, elapsedMs, findings: findingsAsJson(findings, language) },
      text: [...findingLines(findings, language), say(summary)].join('\n'),
      exitCode: errors === 0 ? 0 : 1,
    });
  },
);
