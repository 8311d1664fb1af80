/** From the YAML that authors write to the files of a release, or every finding at once with file and line. */
import type { Json } from '#contract/json.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { type GateMemory, gateMemory } from '../gate/gate-memory.ts';
import { proveServices } from '../gate/prove-services.ts';
import { assemble } from './assemble.ts';
import { serviceOf } from './content.ts';
import { type Finding, findingOf } from './finding.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

export type { Finding } from './finding.ts';

/**
 * `sources`: YAML text by path below the source folder, for example `services/senior-card.yaml`.
 * The result: plain data by path inside the release, for example `services/senior-card.json`.
 */
export function compileSource(
  sources: ReadonlyMap<string, string>,
  memory: GateMemory = gateMemory(),
): Result<ReadonlyMap<string, Json>, Finding[]> {
  const findings: Finding[] = [];
  const found = (stem: string, ending: string, line: number, told: Told) => {
    findings.push(findingOf(told, { service: serviceOf(stem), file: `${stem}${ending}`, line }));
  };
  const read = new Map<string, YamlFile>();
  const values = new Map<string, Json>();
  for (const [path, text] of sources) {
    const stem = path.replace(/\.yaml$/, '');
    if (stem === path) {
      found(path, '', 1, tell('file.unknown', { file: path }));
      continue;
    }
    const known = memory.readAs(text);
    if (known !== undefined) {
      values.set(stem, known);
      continue;
    }
    const file = readYaml(text);
    read.set(stem, file);
    for (const { told, line } of file.mistakes) found(stem, '.yaml', line, told);
    if (file.value === undefined) continue;
    values.set(stem, file.value);
    if (file.mistakes.length === 0) memory.keepRead(text, file.value);
  }
  /** What is known by heart has no lines: it is read once more when something is wrong there. */
  const linesIn = (stem: string): YamlFile | undefined => {
    const text = sources.get(`${stem}.yaml`);
    if (!read.has(stem) && text !== undefined) read.set(stem, readYaml(text));
    return read.get(stem);
  };
  const { content, problems } = assemble(values);
  // Nobody can walk through what isn't whole.
  const all = content === null ? problems : proveServices(content, memory);
  for (const { file: stem, path, ...told } of all) {
    // A file that could not be read has been reported already.
    if (told.rule === 'file.missing' && sources.has(`${stem}.yaml`)) continue;
    found(stem, '.yaml', linesIn(stem)?.lineOf(path) ?? 1, told);
  }
  if (findings.length > 0) return fail(findings);
  return ok(new Map([...values].map(([stem, value]) => [`${stem}.json`, value])));
}
