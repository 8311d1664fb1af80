/** The publish gate over a folder: what compiles, and every finding for scripts and for people. */
import type { Json } from '#contract/json.ts';
import type { Language } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { compileSource, type Finding } from '#flows/release/compile-source.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import { openKeptProofs } from './kept-proofs.ts';
import { readSources } from './read-sources.ts';

export interface FolderCheck {
  /** The ids of the services found, in order. */
  readonly services: readonly string[];
  readonly elapsedMs: number;
  readonly findings: readonly Finding[];
  /** By path inside a release; null when any finding is an error. */
  readonly files: ReadonlyMap<string, Json> | null;
}

/** Fails only for a folder that can't be read. */
export async function checkFolder(folder: string, say: Say): Promise<Result<FolderCheck, CliFault>> {
  const started = performance.now();
  const sources = await readSources(folder);
  if (!sources.ok) {
    const hint = say(words('请给出存放办事流程 YAML 的文件夹。', 'Name the folder that holds the YAML of the flows.'));
    return fail({ code: 'flows.unreadable', message: say(sources.fault), hint, exitCode: 2 });
  }
  const proofs = await openKeptProofs();
  const compiled = compileSource(sources.value, proofs);
  await proofs.save();
  const services = [...sources.value.keys()].flatMap((name) => /^services\/([^/]+)\.yaml$/.exec(name)?.[1] ?? []);
  const elapsedMs = Math.round(performance.now() - started);
  return ok({
    services,
    elapsedMs,
    findings: compiled.ok ? [] : compiled.fault,
    files: compiled.ok ? compiled.value : null,
  });
}

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
