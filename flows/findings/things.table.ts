/** What the gate's findings call things: kinds of steps, devices, edges, names of one file in another, kinds of values. */
import { CLASS_NAMES } from '#contract/technician/cabinet-layout.table.ts';
import { FaultCode, FAULTS } from '#contract/faults.table.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { FaultEdge } from '../language/fault-edges.ts';
import type { StepKind } from '../language/step.ts';
import { both } from './both.ts';

const named = (chinese: string, word: string): LocalText => ({ 'zh-CN': `${word}（${chinese}）`, en: word });

/** What happens in a step of each kind. */
export const STEP_NAMES: Readonly<Record<StepKind, LocalText>> = {
  info: both('说明', 'info'),
  identify: both('刷身份证', 'identify'),
  check: both('核对条件', 'check'),
  choose: both('选择情形', 'choose'),
  ask: both('提问', 'ask'),
  promise: both('告知承诺', 'promise'),
  lookup: both('查询', 'lookup'),
  scan: both('拍材料', 'scan'),
  book: both('预约', 'book'),
  call: both('通话', 'call'),
  review: both('核对填写', 'review'),
  fee: both('费用', 'fee'),
  pay: both('缴费', 'pay'),
  sign: both('签名', 'sign'),
  submit: both('提交', 'submit'),
  print: both('打印证明', 'print'),
  receipt: both('打回执', 'receipt'),
  ticket: both('取号', 'ticket'),
  rate: both('评价', 'rate'),
};

/** As an author finds it in the file. */
export function stepInWords(kind: StepKind): LocalText {
  return named(STEP_NAMES[kind]['zh-CN'], kind);
}

export const EDGE_WORDS: Readonly<Record<FaultEdge, LocalText>> = {
  retry: named('再试一次', 'retry'),
  'another-way': named('换一种方式', 'another-way'),
  'skip-with-deferral': named('以后补交', 'skip-with-deferral'),
  'leave-safely': named('先结束，不丢已交的', 'leave-safely'),
  'go-on': named('不用这台设备，接着办', 'go-on'),
};

/** What the citizen would read of a fault. */
export function faultInWords(code: string): LocalText {
  const known = FaultCode.safeParse(code);
  return known.success ? FAULTS[known.data].citizen : { 'zh-CN': code, en: code };
}

/** A device that a service can't be done without. */
export function deviceWords(need: string): LocalText {
  if (need === 'A4Printer') return both('A4 打印机', 'A4 printer');
  return Object.entries(CLASS_NAMES).find(([name]) => name === need)?.[1] ?? { 'zh-CN': need, en: need };
}

export const LANGUAGE_WORDS: Readonly<Record<Language, LocalText>> = {
  'zh-CN': both('中文', 'Chinese'),
  en: both('英文', 'English'),
};

/** What one file names and another defines. */
export const NAMED_THINGS = {
  service: { words: both('服务', 'service'), file: 'services/' },
  searched: { words: both('服务或一件事', 'service or package'), file: 'services/' },
  topic: { words: both('分类', 'topic'), file: 'catalogue.yaml' },
  lifeEvent: { words: both('人生阶段', 'life event'), file: 'catalogue.yaml' },
  element: { words: both('问题', 'question'), file: 'elements.yaml' },
  choice: { words: both('选择题', 'choice'), file: 'elements.yaml' },
  promise: { words: both('告知承诺', 'promise'), file: 'elements.yaml' },
  signature: { words: both('签名', 'signature'), file: 'elements.yaml' },
  material: { words: both('材料', 'paper'), file: 'materials.yaml' },
  capturable: { words: both('可以拍的材料（写有 capture）', 'paper with `capture`'), file: 'materials.yaml' },
  office: { words: both('办理单位', 'office'), file: 'offices.yaml' },
  fee: { words: both('收费项目', 'fee'), file: 'fees.yaml' },
  source: { words: both('数据来源', 'source'), file: 'sources.yaml' },
  field: { words: both('数据项', 'field'), file: 'sources.yaml' },
  rowField: { words: both('列表里的数据项', 'field of a row'), file: 'sources.yaml' },
} as const;
export type NamedThing = keyof typeof NAMED_THINGS;

/** Kinds of plain values, by the names that zod has for them. */
export const VALUE_WORDS: Readonly<Record<string, LocalText>> = {
  string: both('文字', 'text'),
  number: both('数字', 'a number'),
  int: both('整数', 'a whole number'),
  boolean: both('true 或 false', 'true or false'),
  array: both('一个列表', 'a list'),
  object: both('几行“名称: 内容”', 'several lines `name: value`'),
  record: both('几行“名称: 内容”', 'several lines `name: value`'),
};

/** Where printed text stands. */
export const TEXT_PLACES = {
  option: both('选项', 'answer to choose'),
  title: both('标题', 'heading'),
  question: both('问题', 'question'),
  button: both('按钮', 'button'),
} as const;
