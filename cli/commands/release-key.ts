/** `yeban release key`: makes the key that signs releases, and beside it the public half that kiosks trust. */
import { open } from 'node:fs/promises';
import { ok } from '#contract/result.ts';
import { makeReleaseKey, writeReleaseKey, writeReleaseRoot } from '#electron/release/release-key.ts';
import { releaseKeyId } from '#electron/release/release-signature.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';
import { fileFault } from '../release/file-fault.ts';

const options = {
  out: {
    type: 'string',
    required: true,
    valueHint: 'F',
    description: 'the new key file; F.root.json is for kiosks',
    zh: '新密钥文件；F.root.json 交给自助机',
  },
} as const;

export const releaseKey = makeCommand(
  'release key',
  words('生成签名密钥', 'make a key that signs releases'),
  options,
  async ({ out }): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const pair = makeReleaseKey();
    const root = `${out}.root.json`;
    try {
      await writeNew(out, writeReleaseKey(pair), 0o600);
      await writeNew(root, writeReleaseRoot(pair), 0o644);
    } catch (error) {
      return fileFault(out, error, say);
    }
    const text = words(
      `签名密钥：${out}（只有您能读，请另存一份在锁好的地方）\n交给自助机的信任文件：${root}`,
      `The key that signs: ${out} (only you can read it; keep a copy under lock)\nWhat kiosks trust: ${root}`,
    );
    return ok({ result: { key: out, trust: root, keyId: releaseKeyId(pair.key) }, text: say(text), exitCode: 0 });
  },
);

/** Never over an existing file: releases signed with a lost key can't be followed by any other. */
async function writeNew(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
