/** `yeban flows plan`: the merged path of several services, and what doing them together saves. */
import type { LocalText } from '#contract/language.ts';
import { ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { flowsFolder } from '../flows/flows-folder.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

const options = {
  folder: flowsFolder,
  service: {
    type: 'positional',
    required: true,
    valueHint: 'SERVICE…',
    description: 'the ids of one or more services',
    zh: '一项或几项服务的名称',
  },
} as const;

export const flowsPlan = makeCommand(
  'flows plan',
  words('几项服务合并后的办理流程', 'the merged plan of several services'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const { readContent, servicesNamed } = await import('../flows/read-content.ts');
    const { mergeSteps } = await import('#flows/compile/merge-steps.ts');
    const { leastFee } = await import('#flows/compile/fees.ts');
    const { STEP_NAMES } = await import('#flows/findings/things.table.ts');
    const { savingsOf } = await import('#flows/compile/savings.ts');
    const content = await readContent(args.folder, say);
    if (!content.ok) return content;
    // citty keeps what is typed beyond the named words in `_`, after those.
    const found = servicesNamed(content.value, args._.slice(1), say);
    if (!found.ok) return found;
    const services = found.value.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const names: Readonly<Record<string, LocalText | undefined>> = STEP_NAMES;
    const nameOf = (kind: string): string => say(names[kind] ?? { 'zh-CN': kind, en: kind });
    const steps = mergeSteps(services, content.value).map(({ id, kind, takers, elements, materials, source }) => ({
      id,
      kind,
      services: takers.map(({ service }) => service),
      elements: [...elements],
      materials: [...materials],
      source: 'source' in source ? source.source : null,
    }));
    const { feeFen } = leastFee(services, content.value.fees);
    const { saved, minutes } = savingsOf(services, content.value);
    const materials = services.flatMap(({ materials }) => materials.map(({ material }) => material));
    const result = { steps, feeFen, saved: { ...saved, materials: materials.length - new Set(materials).size } };
    const lines = steps.map(
      (step, index) =>
        `${String(index + 1).padStart(3)}. ${toWidth(32, [nameOf(step.kind), ...about(step)].join(' '))} ${step.services.join(', ')}`,
    );
    const sum = words(
      `约 ${minutes} 分钟；少问 ${saved.questions} 个问题，少走 ${saved.steps} 步，少交 ${result.saved.materials} 份材料。`,
      `About ${minutes} minutes. Saved: questions ${saved.questions}, steps ${saved.steps}, documents ${result.saved.materials}.`,
    );
    return ok({ result, text: [...lines, say(sum)].join('\n'), exitCode: 0 });
  },
);

/** The questions of a step, the papers it takes, and where it looks up. */
function about({
  elements,
  materials,
  source,
}: {
  elements: string[];
  materials: string[];
  source: string | null;
}): string[] {
  return [...elements, ...materials, ...(source === null ? [] : [source])];
}

/** A terminal draws a Chinese character as wide as two letters. */
function toWidth(columns: number, text: string): string {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.padEnd(columns - wide);
}
