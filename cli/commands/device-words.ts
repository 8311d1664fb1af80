/** What a device answered, for people: one line per thing, in the reader's language. */
import { STATE_WORDS, valueName, valueWords } from '#contract/devices/status-words.table.ts';
import type { Json } from '#contract/json.ts';
import type { LocalText } from '#contract/language.ts';
import { words, type Say } from '../reader-language.ts';

const LABELS: Readonly<Record<string, LocalText>> = {
  documentType: words('证件类型', 'document'),
  name: words('姓名', 'name'),
  nameLatin: words('英文姓名', 'name (Latin)'),
  sex: words('性别', 'sex'),
  nation: words('民族', 'nation'),
  birthDate: words('出生日期', 'born'),
  address: words('住址', 'address'),
  idNumber: words('证件号码', 'number'),
  issuer: words('签发机关', 'issued by'),
  validFrom: words('有效期自', 'valid from'),
  validTo: words('有效期至', 'valid to'),
  nationality: words('国籍', 'nationality'),
  outcome: words('打印结果', 'outcome'),
  state: words('状态', 'state'),
  serial: words('序列号', 'serial number'),
  denominations: words('面额', 'denominations'),
  happened: words('发生过', 'happened'),
};
/** What a value may be, by what it is a value of; a status's own are in its dictionary. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  state: STATE_WORDS,
  sex: {
    unknown: words('未知', 'unknown'),
    male: words('男', 'male'),
    female: words('女', 'female'),
    unspecified: words('未说明', 'unspecified'),
  },
  outcome: {
    printed: words('已打印', 'printed'),
    unconfirmed: words('不能确认', 'unconfirmed'),
    failed: words('失败', 'failed'),
  },
  documentType: {
    resident: words('居民身份证', 'resident identity card'),
    foreigner: words('外国人永久居留身份证', 'foreign permanent resident card'),
    foreigner2023: words('外国人永久居留身份证（2023 版）', 'foreign permanent resident card (2023)'),
    hkMacauTaiwan: words('港澳台居民居住证', 'residence permit for Hong Kong, Macau and Taiwan residents'),
  },
};
const NOTHING = words('完成。', 'Done.');
const LONG_TERM = words('长期', 'long-term');

/** `result` is what the command's own schema let pass. */
export function deviceText(result: Json, say: Say): string {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return say(NOTHING);
  const entries = Object.entries(result).flatMap(([name, value]) =>
    name === 'values' ? valuesOf(value) : [[name, value] as const],
  );
  return entries
    .map(([name, value]) => {
      const label = LABELS[name] ?? valueName(name);
      const shown = name === 'validTo' && value === null ? say(LONG_TERM) : shownAs(name, value, say);
      return `${say(label)}: ${shown}`;
    })
    .join('\n');
}

function shownAs(name: string, value: Json, say: Say): string {
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (name in LABELS) return say(ANSWERS[name]?.[text] ?? words(text, text));
  return say(valueWords(name, text));
}

/** Of a status: the values without their times, which only a script reads. */
function valuesOf(values: Json): (readonly [string, Json])[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  return Object.entries(values).map(([name, known]) => {
    const value = typeof known === 'object' && known !== null && 'value' in known ? known['value'] : 'unknown';
    return [name, value ?? 'unknown'] as const;
  });
}
