/** A release that no kiosk could run: every finding in the reader's words, and for scripts. */
import { fail, type Result } from '#contract/result.ts';
import type { Language } from '#contract/language.ts';
import type { Finding } from '#flows/release/finding.ts';
import type { CliFault } from '../answer.ts';
import { findingLines, findingsAsJson } from '../flows/finding-lines.ts';
import { sayTo, words } from '../reader-language.ts';

export function refusedContent(findings: readonly Finding[], language: Language): Result<never, CliFault> {
  const message = ['gateFailed', ...findingLines(findings, language)].join('\n');
  const hint = sayTo(language)(words('改正以上错误后再生成。', 'Mend these, then build again.'));
  const detail = { name: 'gateFailed', findings: findingsAsJson(findings, language) };
  return fail({ code: 'release.gateFailed', message, hint, detail, exitCode: 1 });
}
