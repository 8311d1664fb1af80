/** What a device says of its supply, as a sign: enough is said only where somebody knows how much. */
import type { LocalText } from '#contract/language.ts';
import type { Supply } from '#contract/technician/supplies.ts';
import type { Condition } from '#contract/technician/kiosk-checks.ts';

interface SupplySign {
  readonly condition: Condition;
  readonly word: LocalText;
}

const TOLD: Readonly<Record<Supply['told'], SupplySign>> = {
  ok: { condition: 'well', word: { 'zh-CN': '够用', en: 'Enough' } },
  nearEnd: { condition: 'attention', word: { 'zh-CN': '快用完', en: 'Nearly out' } },
  out: { condition: 'fault', word: { 'zh-CN': '用完了', en: 'Out' } },
  unknown: { condition: 'unknown', word: { 'zh-CN': '设备没有说', en: "The device doesn't say" } },
};
const NOT_OUT: SupplySign = { condition: 'well', word: { 'zh-CN': '设备没有报缺', en: 'The device misses none' } };

export function supplySign({ told, left }: Pick<Supply, 'told' | 'left'>): SupplySign {
  return told === 'ok' && left === null ? NOT_OUT : TOLD[told];
}
