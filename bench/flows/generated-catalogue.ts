/** A catalogue as large as a whole province's: our own files, and services like ours under other names and codes. */
import { readFewServices } from '#fixtures/release/few-services.ts';

const MODELS = ['senior-card', 'household-proof', 'newborn-insurance'] as const;

/** YAML texts by path; `count` generated services beside our own. */
export async function generatedCatalogue(count: number): Promise<Map<string, string>> {
  const sources = new Map(await readFewServices());
  const ids = Array.from({ length: count }, (_, index) => `generated-${index}`);
  for (const [index, id] of ids.entries()) {
    const model = MODELS[index % MODELS.length] ?? MODELS[0];
    const code = String(990_000_000 + index);
    const text = (sources.get(`services/${model}.yaml`) ?? '')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/(basic: ')\d{9}/, `$1${code}`)
      .replace(/(implementing: '?.{22})\d{9}/, `$1${code}`);
    sources.set(`services/${id}.yaml`, text);
  }
  const [station = ''] = [...sources.keys()].filter((file) => file.startsWith('stations/'));
  const profile = sources.get(station) ?? '';
  sources.set(
    station,
    profile.replace(/(services:\s*\[|services:\n {2}- )/, (list) => withAll(list, ids)),
  );
  return sources;
}

function withAll(list: string, ids: readonly string[]): string {
  return list.endsWith('[') ? `${list}${ids.join(', ')}, ` : `${list}${ids.join('\n  - ')}\n  - `;
}
