/** `yeban release build`: checked services become a release in a folder, still without a signature. */
import { readFile } from 'node:fs/promises';
import { SealingKey } from '#contract/hub-api.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';
import { refusedContent } from '../release/refused-content.ts';

const DAY_MS = 24 * 3_600_000;
/** Ten years: kiosks that are switched on after longer than that want a new release anyway. */
const LONGEST_DAYS = 3_650;

const options = {
  folder: flowsFolder,
  out: {
    type: 'string',
    required: true,
    valueHint: 'FOLDER',
    description: 'where the release is laid down',
    zh: '发布包放到这个文件夹',
  },
  version: {
    type: 'string',
    required: true,
    valueHint: 'N',
    description: 'greater than that of every one before',
    zh: '须大于以前的每个版本号',
  },
  days: {
    type: 'string',
    default: '365',
    description: 'how long kiosks may still take it up',
    zh: '自助机可在多少天内启用',
  },
  'sealing-key': {
    type: 'string',
    valueHint: 'FILE',
    description: "the hub's answer to GET /v1/sealing-key; without it no kiosk runs the release",
    zh: '汇聚平台 GET /v1/sealing-key 的回答；没有它，自助机不会运行',
  },
} as const;

export const releaseBuild = makeCommand(
  'release build',
  words('由检查过的办事流程生成发布包', 'make a release of checked services'),
  options,
  async (args): Promise<Answer> => {
    const language = readerLanguage(process.env);
    const say = sayTo(language);
    const [version, days] = [wholeNumber(args.version), wholeNumber(args.days)];
    if (version === null || days === null || days > LONGEST_DAYS) {
      const message = `--version ${args.version} --days ${args.days}`;
      const hint = say(
        words(
          `两者都须是从 1 起的整数，天数不超过 ${LONGEST_DAYS}。`,
          `Both are whole numbers from 1, --days at most ${LONGEST_DAYS}.`,
        ),
      );
      return fail({ code: 'usage', message, hint, exitCode: 2 });
    }
    const { checkFolder } = await import('../flows/check-folder.ts');
    const { buildFolder } = await import('../release/build-folder.ts');
    const checked = await checkFolder(args.folder, say);
    if (!checked.ok) return checked;
    const { files, findings, services } = checked.value;
    if (files === null) return refusedContent(findings, language);
    const contents = new Map<string, Json>(files);
    const sealingKeyFile = args['sealing-key'];
    if (sealingKeyFile !== undefined) {
      const sealingKey = await readSealingKey(sealingKeyFile);
      if (sealingKey instanceof Error) return fileFault(sealingKeyFile, sealingKey, say);
      contents.set('settings.json', { sealingKey });
    }
    const expires = new Date(systemClock.now() + days * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');
    try {
      await buildFolder(args.out, { files: contents, version, expires });
    } catch (error) {
      return fileFault(args.out, error, say);
    }
    const sealed = contents.has('settings.json');
    const text = [
      say(
        words(
          `发布包 ${version}：${args.out}，共 ${contents.size} 个文件。`,
          `Release ${version}: ${args.out}, ${contents.size} files.`,
        ),
      ),
      ...(sealed
        ? []
        : [say(words('没有 --sealing-key：自助机不会运行它。', 'Without --sealing-key: no kiosk will run it.'))]),
      say(words(`下一步：yeban release sign ${args.out} --key F`, `Next: yeban release sign ${args.out} --key F`)),
    ].join('\n');
    return ok({
      result: { folder: args.out, version, expires, files: contents.size, services, sealed },
      text,
      exitCode: 0,
    });
  },
);

async function readSealingKey(file: string): Promise<SealingKey | Error> {
  const { fitsSealing } = await import('#electron/store/seal-record.ts');
  try {
    return SealingKey.refine(fitsSealing, 'not a sealing key').parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Null for anything but a whole number from 1 that a pointer file can hold. */
function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
