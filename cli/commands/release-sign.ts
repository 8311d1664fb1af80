/** `yeban release sign`: signs a release that was built, when it is whole. */
import { readFile } from 'node:fs/promises';
import { fail, ok } from '#contract/result.ts';
import { parseReleaseKey } from '#electron/release/release-key.ts';
import { releaseKeyId } from '#electron/release/release-signature.ts';
import { signFolder } from '#electron/release/sign-folder.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';
import { refusedRelease } from '../release/refused-release.ts';

const options = {
  folder: {
    type: 'positional',
    required: true,
    valueHint: 'FOLDER',
    description: 'the release that was built',
    zh: '已生成的发布包',
  },
  key: {
    type: 'string',
    required: true,
    valueHint: 'F',
    description: 'the key file of `yeban release key`',
    zh: 'yeban release key 生成的密钥文件',
  },
} as const;

export const releaseSign = makeCommand(
  'release sign',
  words('给发布包签名', 'sign a release that was built'),
  options,
  async ({ folder, key }): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const pem = await readFile(key, 'utf8').catch((error: unknown) => fileFault(key, error, say));
    if (typeof pem !== 'string') return pem;
    const pair = parseReleaseKey(pem);
    if (pair === null) {
      const message = say(words(`${key} 不是签名密钥。`, `${key} is not a key that signs releases.`));
      return fail({
        code: 'release.key',
        message,
        hint: say(words('用法见：yeban release key --help', 'See: yeban release key --help')),
        exitCode: 2,
      });
    }
    try {
      const signed = await signFolder(folder, pair);
      if (!signed.ok) return refusedRelease(signed.fault, say);
      const { version } = signed.value.signed;
      const text = words(`发布包 ${version} 已签名：${folder}`, `Release ${version} is signed: ${folder}`);
      return ok({ result: { folder, version, keyId: releaseKeyId(pair.key) }, text: say(text), exitCode: 0 });
    } catch (error) {
      return fileFault(folder, error, say);
    }
  },
);
