/** `yeban release publish`: brings a signed release to the hub, which offers it to the kiosks. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ReleaseKey, TARGETS_FOLDER, TargetsMetadata } from '#contract/release.ts';
import { ok } from '#contract/result.ts';
import { loadTargets, readMetadata } from '#electron/release/load-release.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';
import { openHubDesk } from '../release/hub-desk.ts';
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
  hub: {
    type: 'string',
    required: true,
    valueHint: 'URL',
    description: 'the address of the hub',
    zh: '汇聚平台的地址',
  },
  'key-file': {
    type: 'string',
    valueHint: 'root.json',
    description: 'the first time only: the key that the hub takes releases by from then on',
    zh: '仅第一次：汇聚平台从此只认这个公钥',
  },
} as const;

export const releasePublish = makeCommand(
  'release publish',
  words('把已签名的发布包交给汇聚平台', 'bring a signed release to the hub'),
  options,
  async ({ folder, hub, 'key-file': keyFile }): Promise<Answer> => {
    const language = readerLanguage(process.env);
    const say = sayTo(language);
    const desk = openHubDesk(hub, say);
    if (!desk.ok) return desk;
    const key = keyFile === undefined ? null : await readKey(keyFile);
    if (keyFile !== undefined && key instanceof Error) return fileFault(keyFile, key, say);
    const metadata = await readMetadata(folder, TargetsMetadata);
    if (!metadata.ok) return refusedRelease(metadata.fault, say);
    const { signed } = metadata.value;
    const whole = await loadTargets(folder, signed);
    if (!whole.ok) return refusedRelease(whole.fault, say);
    // The hub looks too, but says it to machines: here its publisher reads every finding.
    const { parseContent } = await import('#flows/release/content.ts');
    const content = parseContent(whole.value);
    if (!content.ok) return refusedContent(content.fault, language);
    for (const sha256 of new Set(Object.values(signed.targets).map(({ hashes }) => hashes.sha256))) {
      const put = await desk.value.putTarget(sha256, await readFile(path.join(folder, TARGETS_FOLDER, sha256)));
      if (!put.ok) return put;
    }
    const withKey = key === null || key instanceof Error ? {} : { key };
    const published = await desk.value.publish({ metadata: metadata.value, ...withKey });
    if (!published.ok) return published;
    const { version } = signed;
    const text = words(
      `发布包 ${version} 已交给汇聚平台；自助机会在一分钟内、无人办事时启用。`,
      `The hub has release ${version}; kiosks take it up within a minute, when nobody is being served.`,
    );
    return ok({ result: { version, hub }, text: say(text), exitCode: 0 });
  },
);

async function readKey(file: string): Promise<ReleaseKey | Error> {
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
