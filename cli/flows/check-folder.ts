/** The publish gate over a folder: what compiles, or every finding. */
import type { Json } from '#contract/json.ts';
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
