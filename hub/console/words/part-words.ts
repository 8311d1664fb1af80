/** The words of a case that several offices work on, part by part. */
import type { PartAction } from '#contract/hub-desk.ts';
import type { PartState } from '#contract/hub-parts.ts';
import type { Language } from '#contract/language.ts';
import type { ReasonWords } from '../pages/reason-dialog.tsx';

export interface PartWords {
  readonly title: string;
  readonly hint: string;
  /** In the place of the hint about the whole case. */
  readonly wholeFollows: string;
  readonly due: string;
  readonly states: Readonly<Record<PartState, string>>;
  readonly buttons: Readonly<Record<PartAction['kind'], string>>;
  /** Which part a button is about, for whoever hears it. */
  readonly buttonOf: (button: string, part: string) => string;
  readonly done: Readonly<Record<PartAction['kind'], string>>;
  readonly refusing: (part: string) => ReasonWords;
  /** Before the reason. */
  readonly refusedWhy: string;
}

export const PART_WORDS: Readonly<Record<Language, PartWords>> = {
  'zh-CN': {
    title: '各部门办理',
    hint: '每个部门办自己的一项。全部有了结果，整个办件就有结果；没有通过的，申请人会看到原因。',
    wholeFollows:
      '这个办件由几个部门同时办理，请在“各部门办理”里逐项办。在这里受理或者退回，就是每一项都受理或者退回。',
    due: '期限',
    states: { received: '已收件', accepted: '已受理', refused: '未通过', completed: '已办结' },
    buttons: { acceptPart: '受理', completePart: '办结', refusePart: '不通过……' },
    buttonOf: (button, part) => `${button}：${part}`,
    done: { acceptPart: '这一项已受理。', completePart: '这一项已办结。', refusePart: '这一项已记为未通过。' },
    refusing: (part) => ({
      title: `“${part}”不通过`,
      label: '不通过的原因',
      hint: '申请人会在自助机上看到这段话。请写清为什么、怎么补，不要写个人信息。其他部门照常办理。最多 500 字。',
      blank: '请写明不通过的原因。',
      doIt: '不通过',
    }),
    refusedWhy: '未通过的原因',
  },
  en: {
    title: 'What each office does',
    hint: 'Each office decides its own part. When all have decided, the case is decided; the applicant reads why a part was refused.',
    wholeFollows:
      'Several offices work on this case: act on each part below. What you do here is done to each of them.',
    due: 'Due',
    states: { received: 'Received', accepted: 'Accepted', refused: 'Refused', completed: 'Completed' },
    buttons: { acceptPart: 'Accept', completePart: 'Complete', refusePart: 'Refuse …' },
    buttonOf: (button, part) => `${button}: ${part}`,
    done: {
      acceptPart: 'The part is accepted.',
      completePart: 'The part is completed.',
      refusePart: 'The part is refused.',
    },
    refusing: (part) => ({
      title: `Refuse “${part}”`,
      label: 'Reason',
      hint: 'The applicant reads this at a kiosk. Say why and what can be done; no personal data. The other offices go on. 500 characters at most.',
      blank: 'Say why it is refused.',
      doIt: 'Refuse',
    }),
    refusedWhy: 'Why it was refused',
  },
};
