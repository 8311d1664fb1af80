/** What samples of steps share: the frame that says where one is, the way on, and rows of the review. */
import type { SampleScreen, Say } from './sample.ts';

type Way = Required<Pick<SampleScreen, 'progress' | 'back' | 'leave'>>;

const STEP_NAMES = [
  ['办理须知', 'Before you begin'],
  ['刷身份证', 'ID card'],
  ['查看条件', 'Eligibility'],
  ['填写信息', 'Your details'],
  ['核对提交', 'Check and submit'],
  ['领取凭条', 'Receipt'],
] as const;

/** The frame of a step: where one is, and the ways back and out. */
export function onTheWay(say: Say, step: number): Way {
  const [chinese, english] = STEP_NAMES[step - 1] ?? ['', ''];
  return {
    progress: {
      step,
      of: STEP_NAMES.length,
      label: say(
        `第 ${step} 步，共 ${STEP_NAMES.length} 步 · ${chinese}`,
        `Step ${step} of ${STEP_NAMES.length} · ${english}`,
      ),
    },
    back: { label: say('返回', 'Back'), intent: { kind: 'back' } },
    leave: { label: say('结束办理', 'End'), intent: { kind: 'leave' } },
  };
}

export const next = (say: Say): NonNullable<SampleScreen['primary']> => ({
  label: say('继续', 'Continue'),
  intent: { kind: 'next' },
});

type Group = Extract<SampleScreen['body'], { kind: 'review' }>['groups'][number];
type Row = Group['rows'][number];

const reveal = (say: Say, value: string): NonNullable<Row['reveal']> => ({
  value,
  show: say('显示', 'Show'),
  hide: say('遮住', 'Hide'),
});

/** One answer at the review; `whole` when it is a number that is masked. */
export const row = (say: Say, label: string, value: string, element: string, whole?: string): Row => ({
  label,
  value,
  edit: { label: say('修改', 'Change'), intent: { kind: 'edit', element } },
  ...(whole === undefined ? {} : { reveal: reveal(say, whole) }),
});

export const phoneRow = (say: Say): Row =>
  row(say, say('手机号码', 'Mobile phone'), '138****1234', 'mobilePhone', '138 0000 1234');

export const you = (say: Say, name: string): Group => ({
  title: say('您本人', 'You'),
  rows: [
    { label: say('姓名', 'Name'), value: name, edit: null },
    { label: say('身份证号码', 'ID number'), value: '9901**********1027', edit: null },
    {
      label: say('证件上的地址', 'Address on the card'),
      value: '望舒区素娥街道金波里*号楼****室',
      edit: null,
      reveal: reveal(say, '望舒区素娥街道金波里6号楼1502室'),
    },
  ],
});
