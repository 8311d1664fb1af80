/** `yeban release verify`: whether a kiosk that trusts a key would take this release, and the name of why not. */
import { readFile } from 'node:fs/promises';
import { ReleaseKey } from '#contract/release.ts';
import { ok } from '#contract/result.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';
import { refusedContent } from '../release/refused-content.ts';
import { refusedRelease } from '../release/refused-release.ts';

const options = {
  folder: {
    type: 'positional',
    required: true,
    valueHint: 'FOLDER',
    description: 'the signed release',
    zh: '已签名的发布包',
  },
  trust: {
    type: 'string',
    required: true,
    valueHint: 'root.json',
    description: 'the public half that kiosks have',
    zh: '自助机所信任的公钥',
  },
} as const;

export const releaseVerify = makeCommand(
  'release verify',
  words('核验自助机是否会接受发布包', 'see whether kiosks would take a release'),
  options,
  async (args): Promise<Answer> => {
    const language = readerLanguage(process.env);
    const say = sayTo(language);
    const trust = await readTrust(args.trust);
    if (trust instanceof Error) return fileFault(args.trust, trust, say);
    const { verifyFolder } = await import('../release/verify-folder.ts');
    try {
      const verified = await verifyFolder(args.folder, trust, systemClock.now());
      if (!verified.ok)
        return 'findings' in verified.fault
          ? refusedContent(verified.fault.findings, language)
          : refusedRelease(verified.fault, say);
      const { release, sealed } = verified.value;
      const { version, expires, files } = release;
      const good = words(
        `发布包 ${version}：签名有效，${files.size} 个文件完整，${expires} 前可启用。`,
        `Release ${version}: well signed, all ${files.size} files whole, may be taken up until ${expires}.`,
      );
      const open = words('没有封存公钥：自助机不会运行它。', 'It names no sealing key: no kiosk will run it.');
      const text = sealed ? say(good) : `${say(good)}\n${say(open)}`;
      return ok({ result: { version, expires, files: files.size, sealed }, text, exitCode: 0 });
    } catch (error) {
      return fileFault(args.folder, error, say);
    }
  },
);

async function readTrust(file: string): Promise<ReleaseKey | Error> {
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
