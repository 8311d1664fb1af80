/** `yeban release rollback`: the content of an earlier release again, under a new and greater version. */
import { readFile } from 'node:fs/promises';
import { fail, ok } from '#contract/result.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { signMetadata } from '#electron/release/build-metadata.ts';
import { parseReleaseKey } from '#electron/release/release-key.ts';
import { refusal } from '#electron/release/release-refusal.ts';
import { checkSignature } from '#electron/release/release-signature.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';
import { openHubDesk } from '../release/hub-desk.ts';
import { refusedRelease } from '../release/refused-release.ts';

const A_YEAR_MS = 365 * 24 * 3_600_000;

const options = {
  hub: {
    type: 'string',
    required: true,
    valueHint: 'URL',
    description: 'the address of the hub',
    zh: '汇聚平台的地址',
  },
  to: {
    type: 'string',
    required: true,
    valueHint: 'VERSION',
    description: 'the release whose content comes back',
    zh: '恢复到这个版本的内容',
  },
  key: {
    type: 'string',
    required: true,
    valueHint: 'F',
    description: 'the key file of `yeban release key`',
    zh: 'yeban release key 生成的密钥文件',
  },
} as const;

export const releaseRollback = makeCommand(
  'release rollback',
  words('恢复以前的内容', 'bring the content of an earlier release back'),
  options,
  async ({ hub, to, key }): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    if (!/^[1-9]\d{0,14}$/.test(to)) {
      const hint = say(words('请给出以前的版本号。', 'Name the version of an earlier release.'));
      return fail({ code: 'usage', message: `--to ${to}`, hint, exitCode: 2 });
    }
    const desk = openHubDesk(hub, say);
    if (!desk.ok) return desk;
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
    const list = await desk.value.list();
    if (!list.ok) return list;
    const earlier = await desk.value.metadata(Number(to));
    if (!earlier.ok) return earlier;
    // Whoever holds the key signs only what the key has signed before, whatever a hub may answer.
    const signature = checkSignature(earlier.value, pair.key);
    if (signature !== 'good') return refusedRelease(refusal(signature), say);
    if (earlier.value.signed.version !== Number(to)) return refusedRelease(refusal('malformed', to), say);
    const version = Math.max(...list.value.releases.map((release) => release.version), Number(to)) + 1;
    const expires = new Date(systemClock.now() + A_YEAR_MS).toISOString().replace(/\.\d+Z$/, 'Z');
    const signed = { ...earlier.value.signed, version, expires };
    const published = await desk.value.publish({ metadata: signMetadata(signed, pair.key, pair.privateKey) });
    if (!published.ok) return published;
    const text = words(
      `版本 ${to} 的内容以版本 ${version} 重新发布。`,
      `The content of release ${to} is published again as release ${version}.`,
    );
    return ok({ result: { version, contentOf: Number(to), hub }, text: say(text), exitCode: 0 });
  },
);
