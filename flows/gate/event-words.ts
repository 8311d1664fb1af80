/** What happens on a way through a service, in words: which card, which answer, what came back. */
import type { DocumentType } from '#contract/devices/card-reader.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { isHandwriting } from '#contract/signature.ts';
import type { PlanMode } from '../compile/plan-mode.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { both } from '../findings/both.ts';
import { ageOn } from '../language/calendar.ts';
import type { Visited } from './walk-plan.ts';

/** Those that say no more than their name; `type` of any other stands as it is. */
const EVENTS: Readonly<Partial<Record<PlanEvent['type'], LocalText>>> = {
  next: both('下一步', 'next'),
  back: both('上一步', 'back'),
  submit: both('提交', 'submit'),
  retry: both('再试一次', 'retry'),
  'page.taken': both('拍了一页', 'page.taken'),
  'pages.read': both('读了材料', 'pages.read'),
  defer: both('以后补交', 'defer'),
  decline: both('不同意', 'decline'),
  'lookup.found': both('查到了', 'lookup.found'),
  'promises.told': both('查了承诺记录', 'promises.told'),
  'source.found': both('查到了数据', 'source.found'),
  'proof.issued': both('出了证明', 'proof.issued'),
  'proof.ended': both('打好了证明', 'proof.ended'),
  'numbers.reserved': both('取了编号', 'numbers.reserved'),
  'print.ended': both('打好了回执', 'print.ended'),
};

const SEXES: Readonly<Record<string, string>> = { male: '男', female: '女' };

const CARDS: Readonly<Record<DocumentType, string>> = {
  resident: '居民身份证',
  foreigner: '外国人永久居留身份证',
  foreigner2023: '外国人永久居留身份证（2023 版）',
  hkMacauTaiwan: '港澳台居民居住证',
};

export function eventInWords(event: PlanEvent, day: string): LocalText {
  switch (event.type) {
    case 'practise.card':
    case 'card.read': {
      const { documentType, birthDate, sex, address } = event.card;
      const age = ageOn(birthDate, day);
      const noAddress = address === undefined ? both('，没有住址', ', no address') : both('', '');
      return {
        'zh-CN': `刷${CARDS[documentType]}（${SEXES[sex] ?? sex}，${age} 岁${noAddress['zh-CN']}）`,
        en: `card (${documentType}, ${sex}, ${age}${noAddress.en})`,
      };
    }
    case 'answer': {
      const given = givenInWords(event.value);
      return { 'zh-CN': `${event.element}=${given['zh-CN']}`, en: `${event.element}=${given.en}` };
    }
    case 'edit':
      return both(`回头改 ${event.element}`, `change ${event.element}`);
    default:
      return EVENTS[event.type] ?? { 'zh-CN': event.type, en: event.type };
  }
}

/** A choice by its value, as rules name it; what is drawn, or a list, would be no word at all. */
function givenInWords(value: AnswerValue): LocalText {
  if (isHandwriting(value)) return both('（手写）', '(by hand)');
  if (Array.isArray(value)) return both(`（${value.length} 条）`, `(rows: ${value.length})`);
  return { 'zh-CN': String(value), en: String(value) };
}

/** Empty for whoever applies for themselves. */
export function modeInWords({ kind, agent }: PlanMode): readonly LocalText[] {
  return [
    ...(kind === 'practise' ? [both('练习', 'practising')] : []),
    ...(agent ? [both('替别人办', 'somebody does it for the applicant')] : []),
  ];
}

export const pathInWords =
  (mode: PlanMode) =>
  ({ path, snapshot }: Visited): LocalText => {
    const events = [...modeInWords(mode), ...path.map((event) => eventInWords(event, snapshot.context.today))];
    const joined = (language: Language): string => events.map((each) => each[language]).join(' → ');
    return events.length === 0 ? both('一开始', 'at once') : { 'zh-CN': joined('zh-CN'), en: joined('en') };
  };
