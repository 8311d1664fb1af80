/** The real catalogue, read from its folder and compiled, for tests. */
import type { Json } from '#contract/json.ts';
import type { Result } from '#contract/result.ts';
import { gateMemory } from '../gate/gate-memory.ts';
import { compileSource, type Finding } from '../release/compile-source.ts';
import { parseContent, type Content } from '../release/content.ts';

/** `sources` as a test read them from flows/catalog. Throws with every finding when they don't compile. */
export function contentFrom(sources: ReadonlyMap<string, string>): Content {
  const compiled = compileSource(sources);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault, null, 2));
  return contentOf(compiled.value);
}

export function contentOf(files: ReadonlyMap<string, Json>): Content {
  const parsed = parseContent(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault, null, 2));
  return parsed.value;
}

/** Compiles what differs a little from `good`, which must compile: what passed there is not proved once more. */
export function compilerBeside(
  good: ReadonlyMap<string, string>,
): (sources: ReadonlyMap<string, string>) => Result<ReadonlyMap<string, Json>, Finding[]> {
  const memory = gateMemory();
  const compiled = compileSource(good, memory);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault, null, 2));
  return (sources) => compileSource(sources, memory);
}
