/** What a device answered, for people: one line per thing, in the reader's language. */
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
  paper: words('纸张', 'paper'),
  state: words('状态', 'state'),
  cover: words('上盖', 'cover'),
  cutter: words('切刀', 'cutter'),
  toner: words('墨粉', 'toner'),
  tonerPercent: words('墨粉剩余（%）', 'toner left (%)'),
  recipes: words('读卡配方', 'recipes'),
  mechanism: words('机芯', 'mechanism'),
  module: words('读卡模块', 'module'),
  card: words('卡', 'card'),
  service: words('投入使用', 'service'),
  acceptor: words('收款机构', 'acceptor'),
  cashBox: words('钱箱', 'cash box'),
  escrow: words('暂存位', 'escrow'),
  serial: words('序列号', 'serial number'),
  denominations: words('面额', 'denominations'),
  happened: words('发生过', 'happened'),
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
      const label = LABELS[name];
      const shown = name === 'validTo' && value === null ? say(LONG_TERM) : shownAs(value);
      return `${label === undefined ? name : say(label)}: ${shown}`;
    })
    .join('\n');
}

function shownAs(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Of a status: the values without their times, which only a script reads. */
function valuesOf(values: Json): (readonly [string, Json])[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  return Object.entries(values).map(([name, known]) => {
    const value = typeof known === 'object' && known !== null && 'value' in known ? known['value'] : 'unknown';
    return [name, value ?? 'unknown'] as const;
  });
}
