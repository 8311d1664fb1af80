/** Samples of a list that is filled in row by row. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay, row as reviewRow, you } from './step-parts.ts';

type List = Extract<SampleScreen['body'], { kind: 'rows' }>;
type Row = List['rows'][number];

const NAME =
  'M150 140L330 120M240 60L235 330L210 360M140 250L345 235M470 90L450 160L430 200M440 150L600 140M520 60L530 370M440 260L640 240';

const member = (say: Say, index: number, kin: string, income: string): Row => ({
  title: say(`家庭成员${index + 1}`, `Member of the household ${index + 1}`),
  facts: [
    { label: say('姓名', 'Name'), value: say('已手写', 'Written by hand'), signature: NAME },
    { label: say('和您的关系', 'Who it is'), value: kin },
    { label: say('每月收入', 'Monthly income'), value: income },
  ],
  edit: { label: say('修改', 'Change'), intent: { kind: 'editRow', element: 'familyMembers', index } },
  remove: { label: say('删掉', 'Remove'), intent: { kind: 'removeRow', element: 'familyMembers', index } },
});

const members = (say: Say): Row[] => [
  member(say, 0, say('妻子', 'Wife'), say('1200.00元', '1200.00 yuan')),
  member(say, 1, say('儿子', 'Son'), say('0.00元', '0.00 yuan')),
];

const household = (say: Say, rows: Row[], said: string | null, problem: string | null): SampleScreen => ({
  title: say('家庭成员', 'Household'),
  ...onTheWay(say, 4),
  primary: next(say),
  body: {
    kind: 'rows',
    element: 'familyMembers',
    question: say('家里还有谁和您一起生活？', 'Who lives in your household?'),
    help: say('一起吃住的都算，您自己不用填。', 'Everybody who lives and eats with you, but not yourself.'),
    rows,
    add: {
      label: say('添加家庭成员', 'Add: Member of the household'),
      intent: { kind: 'addRow', element: 'familyMembers' },
    },
    said,
    problem,
  },
});

export const listSamples: Readonly<Record<string, Sample>> = {
  'rows-empty': (say) =>
    household(
      say,
      [],
      say(
        '还没有填。请按“添加家庭成员”。没有的，就按“下一步”。',
        'Nothing yet. Press “Add: Member of the household”. If there is none, press “Next”.',
      ),
      null,
    ),
  'rows-some': (say) => household(say, members(say), null, null),
  'rows-too-few': (say) =>
    household(say, [], null, say('至少要填一位，请按“添加”。', 'Please add at least one person.')),
  'review-rows': (say) => ({
    title: say('请核对', 'Please check'),
    ...onTheWay(say, 5),
    primary: { label: say('确认并提交', 'Confirm and submit'), intent: { kind: 'submit' } },
    body: {
      kind: 'review',
      declaration: say('我确认以上信息真实。', 'I confirm that this is true.'),
      groups: [
        you(say, '许望舒'),
        {
          title: say('您填写的内容', 'Your answers'),
          rows: [
            {
              ...reviewRow(say, say('家庭成员', 'Household'), '', 'familyMembers'),
              rows: members(say).map(({ title, facts }) => ({ title, facts })),
            },
            reviewRow(say, say('住房', 'Home'), say('租的房子', 'Rented'), 'home'),
          ],
        },
      ],
    },
  }),
};
