/** Findings of the gate as lines for people, and as JSON for scripts. */
import type { Json } from '#contract/json.ts';
import type { Language } from '#contract/language.ts';
import type { Finding } from '#flows/release/finding.ts';

/** Where it is, what is wrong, what a citizen would meet, and what to do. */
export function findingLines(findings: readonly Finding[], language: Language): readonly string[] {
  const { error, citizens } = FRAME[language];
  return findings.flatMap(({ file, line, where, rule, said }) => {
    const { message, citizen, suggestion } = said[language];
    return [
      `${file}${line === null ? '' : `:${line}`} [${error}] ${rule}${where === null ? '' : ` · ${where[language]}`}`,
      `      ${message}`,
      ...(citizen === null ? [] : [`      ${citizens}${citizen}`]),
      `    → ${suggestion}`,
      '',
    ];
  });
}

/** What goes around a finding's words. */
const FRAME = {
  'zh-CN': { error: '错误', citizens: '市民会遇到：' },
  en: { error: 'error', citizens: 'What a citizen would meet: ' },
} as const satisfies Record<Language, object>;

/** With the words of one language; the code and what fills its gaps stand beside them for scripts. */
export function findingsAsJson(findings: readonly Finding[], language: Language): Json {
  return findings.map(
    ({ said, where, ...finding }) => ({ ...finding, where: where?.[language] ?? null, ...said[language] }) as Json,
  );
}
