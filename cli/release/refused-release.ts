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
  untrustedKey: words('请用自助机所信任的密钥签名。', 'Sign it with the key that the kiosks trust.'),
  expired: AGAIN,
  older: words('请用更大的 --version 重新生成。', 'Build it again with a greater --version.'),
  incomplete: COPY,
  wrongHash: COPY,
  tooLarge: words('请删去不需要的文件。', 'Leave out files that are not needed.'),
  gateFailed: words('先运行 yeban flows check，改正后重新生成。', 'Run yeban flows check, mend it and build again.'),
  wrongStation: words('请在 stations 下补上该站点后重新生成。', 'Add its file below stations, then build again.'),
};

/** The kiosk's own words are English, for its log; a manager reads them in Chinese too. */
const WHY: Readonly<Record<ReleaseRefusalName, string>> = {
  notFound: '这里没有发布包。',
  malformed: '格式不是发布包应有的格式。',
  badSignature: '签名不符：签名后被改动，或由他人签名。',
  untrustedKey: '已签名，但不是自助机信任的密钥。',
  expired: '已过有效期。',
  older: '比自助机已有的版本旧。',
  incomplete: '缺少文件。',
  wrongHash: '有文件与签名时不同。',
  tooLarge: '超过发布包允许的大小。',
  gateFailed: '签名有效且完整，但自助机无法运行其内容。',
  wrongStation: '其中没有这台自助机的站点。',
};

export function refusedRelease({ name, words: why, detail }: ReleaseRefusal, say: Say): Result<never, CliFault> {
  const message = `${name}: ${say(words(WHY[name], why))}${detail === '' ? '' : ` (${detail})`}`;
  return fail({ code: `release.${name}`, message, hint: say(NEXT[name]), detail: { name, detail }, exitCode: 1 });
}
