/** Where a finding is, in words: which service and which of its steps, which question, which paper. */
import type { Json } from '#contract/json.ts';
import type { LocalText } from '#contract/language.ts';
import { both } from '../findings/both.ts';
import { valueAt } from './value-at.ts';

/** What the entries of a file are. */
const ENTRIES: Readonly<Record<string, LocalText>> = {
  elements: both('问题', 'question'),
  materials: both('材料', 'paper'),
  fees: both('收费项目', 'fee'),
  offices: both('办理单位', 'office'),
  regions: both('地区', 'region'),
  sources: both('数据来源', 'source'),
};

/** `file`: without ending; `whole`: what stands in it. Null where the file's name says it all. */
export function placeInWords(file: string, path: readonly PropertyKey[], whole: Json | undefined): LocalText | null {
  const [first] = path;
  const entry = ENTRIES[file];
  if (entry !== undefined && typeof first === 'string') return withName(entry, first);
  const title = titleOf(valueAt(whole, ['title'])) ?? titleOf(valueAt(whole, ['name']));
  if (title === null) return null;
  const step = stepAt(path, whole);
  if (step === null) return title;
  const words = withName(both('步骤', 'step'), step);
  return { 'zh-CN': `${title['zh-CN']}，${words['zh-CN']}`, en: `${title.en}, ${words.en}` };
}

/** Where a language is missing, which is a finding itself, the other one stands for both. */
function titleOf(value: Json | undefined): LocalText | null {
  const [chinese, english] = [valueAt(value, ['zh-CN']), valueAt(value, ['en'])];
  const some = [chinese, english].find((each) => typeof each === 'string');
  if (some === undefined) return null;
  return {
    'zh-CN': typeof chinese === 'string' ? chinese : some,
    en: typeof english === 'string' ? english : some,
  };
}

function withName(what: LocalText, name: string): LocalText {
  return { 'zh-CN': `${what['zh-CN']}“${name}”`, en: `${what.en} "${name}"` };
}

/** The name of the innermost step around a place; null outside of steps. */
function stepAt(path: readonly PropertyKey[], whole: Json | undefined): string | null {
  const at = path.findLastIndex((key, index) => key === 'steps' && typeof path[index + 1] === 'number');
  if (at < 0) return null;
  const name = valueAt(whole, [...path.slice(0, at + 2), 'id']);
  return typeof name === 'string' ? name : null;
}
