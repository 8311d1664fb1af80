/** A refused release as a command answers it: the name for scripts, the words and what to do for people. */
import type { ReleaseRefusalName } from '#contract/hub-releases.ts';
import { fail, type Result } from '#contract/result.ts';
import type { ReleaseRefusal } from '#electron/release/release-refusal.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import type { LocalText } from '#contract/language.ts';

const AGAIN = words('请重新生成并签名：yeban release build、yeban release sign。', 'Build and sign it again.');
const COPY = words('请从原处重新复制整个文件夹。', 'Copy the whole folder again from where it came.');

const NEXT: Readonly<Record<ReleaseRefusalName, LocalText>> = {
  notFound: words('请给出含 targets.json 的文件夹。', 'Name the folder that holds targets.json.'),
  malformed: words('是否已签名？yeban release sign', 'Was it signed? See: yeban release sign'),
  badSignature: words('不要使用它；问清来源后重新签名。', 'Do not use it; ask where it came from, then sign again.'),
  untrustedKey: words('请用一体机所信任的密钥签名。', 'Sign it with the key that the kiosks trust.'),
  expired: AGAIN,
  older: words('请用更大的 --version 重新生成。', 'Build it again with a greater --version.'),
  incomplete: COPY,
  wrongHash: COPY,
  tooLarge: words('请删去不需要的文件。', 'Leave out files that are not needed.'),
  gateFailed: words('先运行 yeban flows check，改正后重新生成。', 'Run yeban flows check, mend it and build again.'),
};

export function refusedRelease({ name, words: why, detail }: ReleaseRefusal, say: Say): Result<never, CliFault> {
  const message = `${name}: ${why}${detail === '' ? '' : ` (${detail})`}`;
  return fail({ code: `release.${name}`, message, hint: say(NEXT[name]), detail: { name, detail }, exitCode: 1 });
}
