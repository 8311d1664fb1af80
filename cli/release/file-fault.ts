/** A file or folder that was named on the command line and can't be used, as a fault with exit code 2. */
import { fail, type Result } from '#contract/result.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

export function fileFault(file: string, why: unknown, say: Say): Result<never, CliFault> {
  const reason = why instanceof Error ? why.message : String(why);
  const message = say(words(`无法使用 ${file}：${reason}`, `${file} can't be used: ${reason}`));
  const hint = say(words('请检查路径和权限。', 'Check the path and who may read and write there.'));
  return fail({ code: 'release.file', message, hint, exitCode: 2 });
}
