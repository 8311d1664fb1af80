/** From the YAML that authors write to the files of a release, or every finding at once with file and line. */
import type { Json } from '#contract/json.ts';
import type { LocalText } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { type GateMemory, gateMemory } from '../gate/gate-memory.ts';
import { proveServices } from '../gate/prove-services.ts';
import { assemble, asWritten } from './assemble.ts';
import { serviceOf } from './content.ts';
import { type Finding, findingOf } from './finding.ts';
import { placeInWords } from './place-in-words.ts';
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
  const found = (told: Told, stem: string, ending: string, line: number, where: LocalText | null = null): void => {
    findings.push(findingOf(told, { service: serviceOf(stem), file: `${stem}${ending}`, line, where }));
  };
  const read = new Map<string, YamlFile>();
  const values = new Map<string, Json>();
  for (const [path, text] of sources) {
    const stem = path.replace(/\.yaml$/, '');
    if (stem === path) {
      found(tell('file.unknown', { file: path }), path, '', 1);
      continue;
    }
    const known = memory.readAs(text);
    if (known !== undefined) {
      values.set(stem, known);
      continue;
    }
    const file = readYaml(text);
    read.set(stem, file);
    for (const { told, line } of file.mistakes) found(told, stem, '.yaml', line);
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
  const unread = [...read.keys()].filter((stem) => !values.has(stem));
  const { content, problems, written } = assemble(values, unread);
  // Nobody can walk through what isn't whole.
  const all =
    content === null ? problems : proveServices(content, memory).map((problem) => asWritten(problem, written));
  for (const { file: stem, path, ...told } of all) {
    // A file that could not be read has been reported already.
    if (told.rule === 'file.missing' && sources.has(`${stem}.yaml`)) continue;
    const where = placeInWords(stem, path, values.get(stem));
    found(told, stem, '.yaml', linesIn(stem)?.lineOf(path) ?? 1, where);
  }
  if (findings.length > 0) return fail(findings.toSorted(byPlace));
  return ok(new Map([...values].map(([stem, value]) => [`${stem}.json`, value])));
}

function byPlace(one: Finding, other: Finding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}
