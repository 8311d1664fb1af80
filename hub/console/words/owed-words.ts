/** The words around papers that are brought later (容缺). */
import type { OwedPaper } from '#contract/hub-parts.ts';
import type { howNear } from '#contract/hub-parts.ts';
import type { Language } from '#contract/language.ts';

export interface OwedWords {
  /** The page, and the way to it. */
  readonly title: string;
  readonly what: string;
  readonly none: string;
  readonly columns: Readonly<Record<'due' | 'paper' | 'case' | 'applicant', string>>;
  readonly near: Readonly<Record<ReturnType<typeof howNear>, string>>;
  /** Above the list of cases. */
  readonly reminder: (overdue: number, soon: number) => string;
  readonly look: string;
  /** On the page of a case. */
  readonly until: (day: OwedPaper['dueDay']) => string;
  readonly brought: string;
  readonly youDecide: string;
  readonly takeIn: string;
  readonly newDay: string;
  readonly move: string;
  /** Which paper a button is about, for whoever hears it. */
  readonly buttonOf: (button: string, paper: string) => string;
  readonly done: Readonly<Record<'paperBrought' | 'paperLater', string>>;
}

export const OWED_WORDS: Readonly<Record<Language, OwedWords>> = {
  'zh-CN': {
    title: '待补材料',
    what: '先收件、后补交的材料（容缺受理）。逾期不会自动退回，由您决定：联系申请人，改期，或者写明原因退回。',
    none: '没有待补交的材料。',
    columns: { due: '最晚补交', paper: '材料', case: '办件', applicant: '申请人' },
    near: { overdue: '已逾期', soon: '快到期', later: '' },
    reminder: (overdue, soon) =>
      [overdue > 0 ? `${overdue} 份材料逾期未补` : '', soon > 0 ? `${soon} 份材料快到期` : '']
        .filter(Boolean)
        .join('，'),
    look: '查看待补材料',
    until: (day) => `申请人最晚 ${day} 补交`,
    brought: '已补交',
    youDecide: '已过补交期限。请联系申请人，再决定改期或者退回；系统不会自动退回。',
    takeIn: '已收到',
    newDay: '补交期限改到',
    move: '改期',
    buttonOf: (button, paper) => `${button}：${paper}`,
    done: { paperBrought: '已记下：材料收到了。', paperLater: '期限已改，申请人在自助机上能看到。' },
  },
  en: {
    title: 'Owed papers',
    what: 'Papers that may follow later. Nothing is returned by itself when a day passes: you decide whether to call the applicant, move the day, or return the case with a reason.',
    none: 'No paper is owed.',
    columns: { due: 'Last day', paper: 'Paper', case: 'Case', applicant: 'Applicant' },
    near: { overdue: 'Overdue', soon: 'Due soon', later: '' },
    reminder: (overdue, soon) =>
      [overdue > 0 ? `Papers overdue: ${overdue}` : '', soon > 0 ? `Papers due soon: ${soon}` : '']
        .filter(Boolean)
        .join('; '),
    look: 'See owed papers',
    until: (day) => `The applicant brings it by ${day}`,
    brought: 'Brought',
    youDecide:
      'The last day has passed. Call the applicant, then decide: another day, or return the case. Nothing happens by itself.',
    takeIn: 'It is here',
    newDay: 'It may come until',
    move: 'Move the day',
    buttonOf: (button, paper) => `${button}: ${paper}`,
    done: {
      paperBrought: 'Noted: the paper is here.',
      paperLater: 'The day is moved; the applicant sees it at a kiosk.',
    },
  },
};
