/** `yeban flows schema`: JSON Schemas beside the flows, so that an editor completes names and marks slips while they are written. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readSources } from '../flows/read-sources.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

/** Hidden, so that the gate takes it for nobody's service. */
const SCHEMAS = '.schema';

const options = {
  folder: flowsFolder,
} as const;

export const flowsSchema = makeCommand(
  'flows schema',
  words('让编辑器边写边提示', 'let an editor complete and check while you write'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const { FILE_KINDS, editorSchema } = await import('#flows/release/editor-schemas.ts');
    // A slip in the folder's name must not make a new folder.
    const sources = await readSources(args.folder);
    if (!sources.ok) return cannot(say(sources.fault));
    const target = path.join(args.folder, SCHEMAS);
    try {
      await mkdir(target, { recursive: true });
      for (const kind of FILE_KINDS)
        await writeFile(path.join(target, `${kind}.json`), `${JSON.stringify(editorSchema(kind), null, 2)}\n`);
    } catch (error) {
      return cannot(error instanceof Error ? error.message : String(error));
    }
    return ok({
      result: { folder: target, kinds: [...FILE_KINDS] },
      text: [
        say(words(`已写入 ${target}：`, `Written to ${target}:`)),
        ...FILE_KINDS.map((kind) => `  ${kind}.json`),
        say(words('在服务文件的第一行写：', 'First line of a service file:')),
        `# yaml-language-server: $schema=../${SCHEMAS}/services.json`,
      ].join('\n'),
      exitCode: 0,
    });

    function cannot(message: string): Answer {
      const hint = say(words('请检查文件夹的名称和权限。', "Check the folder's name, and that you may write there."));
      return fail({ code: 'flows.unreadable', message, hint, exitCode: 2 });
    }
  },
);
