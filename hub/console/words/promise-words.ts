/** The words of the list of broken promises. */
import type { Language } from '#contract/language.ts';
import type { Bars } from '#contract/promise-list.ts';
import type { ReasonWords } from '../pages/reason-dialog.tsx';

export interface PromiseWords {
  readonly title: string;
  readonly what: string;
  readonly none: string;
  readonly columns: Readonly<Record<'applicant' | 'case' | 'bars' | 'term' | 'why' | 'state' | 'action', string>>;
  readonly bars: Readonly<Record<Bars, string>>;
  readonly barsTitle: string;
  readonly term: (since: string, until: string | null) => string;
  readonly stands: string;
  readonly over: string;
  readonly lifted: (time: string, who: string) => string;
  readonly entered: (time: string, who: string) => string;
  readonly enter: string;
  readonly lift: string;
  readonly caseNumber: string;
  readonly until: string;
  readonly untilHint: string;
  readonly entering: ReasonWords;
  readonly lifting: ReasonWords;
  readonly trouble: Readonly<Record<'case.unknown' | 'promise.notGiven' | 'promise.malformed' | 'other', string>>;
  /** On the page of a case. */
  readonly ofCase: Readonly<Record<'title' | 'byAgent' | 'hint' | 'standing' | 'see', string>>;
}

export const PROMISE_WORDS: Readonly<Record<Language, PromiseWords>> = {
  'zh-CN': {
    title: '失信名单',
    what: '申请人在自助机上作出承诺，经核实不属实的，列入这里。在列期间，自助机不再接受其承诺，改为要求提交材料。列入和移出都会留下记录。',
    none: '名单是空的。',
    columns: {
      applicant: '申请人',
      case: '办件',
      bars: '范围',
      term: '期限',
      why: '原因',
      state: '状态',
      action: '操作',
    },
    bars: { everything: '所有事项', service: '仅此事项' },
    barsTitle: '不再接受承诺的范围',
    term: (since, until) => (until === null ? `${since} 起，直到移出` : `${since} 至 ${until}`),
    stands: '在列',
    over: '已到期',
    lifted: (time, who) => `${time} 移出（${deskName(who, '办件窗口')}）`,
    entered: (time, who) => `${time} 列入（${deskName(who, '办件窗口')}）`,
    enter: '列入名单……',
    lift: '移出……',
    caseNumber: '办件编号',
    until: '最后一天',
    untilHint: '不填：直到有人移出。',
    entering: {
      title: '列入失信名单',
      label: '原因',
      hint: '写清承诺了什么、怎样核实的。给同事和日后查询的人看，不要写个人信息。最多 500 字。',
      blank: '请写明原因。',
      doIt: '列入',
    },
    lifting: {
      title: '移出失信名单',
      label: '移出原因',
      hint: '例如：复核后证实承诺属实。列入的记录不会删除。最多 500 字。',
      blank: '请写明移出原因。',
      doIt: '移出',
    },
    trouble: {
      'case.unknown': '没有这个编号的办件，请核对凭条。',
      'promise.notGiven': '这个办件里没有签过承诺，不能列入。请核对办件编号。',
      'promise.malformed': '请核对：办件编号要完整，最后一天不能早于今天。',
      other: '可能没有保存，请再点一次；重复点击不会重复列入。',
    },
    ofCase: {
      title: '承诺核查',
      byAgent: '由代办人代申请人作出承诺，对申请人有效。',
      hint: '申请人的承诺经核实不属实，就列入失信名单。',
      standing: '此办件的承诺经核实不属实，申请人在失信名单中。',
      see: '查看名单',
    },
  },
  en: {
    title: 'Broken promises',
    what: 'Whoever gave a promise at a kiosk that was found untrue is listed here. While listed, kiosks ask for the papers instead of taking the word. Entries and lifts stay on record.',
    none: 'The list is empty.',
    columns: {
      applicant: 'Applicant',
      case: 'Case',
      bars: 'For',
      term: 'Term',
      why: 'Why',
      state: 'State',
      action: 'Action',
    },
    bars: { everything: 'all services', service: 'this service only' },
    barsTitle: 'No promise is taken for',
    term: (since, until) => (until === null ? `from ${since} until it is lifted` : `${since} to ${until}`),
    stands: 'Listed',
    over: 'Over',
    lifted: (time, who) => `Lifted ${time} by ${deskName(who, 'the desk')}`,
    entered: (time, who) => `Entered ${time} by ${deskName(who, 'the desk')}`,
    enter: 'Enter …',
    lift: 'Lift …',
    caseNumber: 'Case number',
    until: 'Last day',
    untilHint: 'Empty: until somebody lifts it.',
    entering: {
      title: 'Enter a broken promise',
      label: 'Reason',
      hint: 'What was promised and how it was found untrue; for colleagues and for whoever asks later. No personal data. 500 characters at most.',
      blank: 'Say why.',
      doIt: 'Enter',
    },
    lifting: {
      title: 'Lift an entry',
      label: 'Why it is lifted',
      hint: 'For example: looked into again, and the promise was true. The entry itself stays on record. 500 characters at most.',
      blank: 'Say why it is lifted.',
      doIt: 'Lift',
    },
    trouble: {
      'case.unknown': 'There is no case with this number. Compare it with the receipt.',
      'promise.notGiven': 'Nobody signed a promise in this case, so it can not be entered. Check the case number.',
      'promise.malformed': 'Please check: the case number must be complete, and the last day not before today.',
      other: 'This may not have been saved. Press again; pressing twice enters nothing twice.',
    },
    ofCase: {
      title: 'Was the promise true?',
      byAgent: 'Promised by whoever acts for the applicant, and binding the applicant.',
      hint: 'If the promise of this applicant was found untrue, enter it in the list of broken promises.',
      standing: 'The promise of this case was found untrue; the applicant is in the list.',
      see: 'See the list',
    },
  },
};

/** There are no accounts yet: everybody is "desk". */
function deskName(who: string, name: string): string {
  return who === 'desk' ? name : who;
}
