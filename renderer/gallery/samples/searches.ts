/** Samples of searching: nothing typed yet, services found, found with a doubt, nothing found. */
import { inCart } from './choosing.ts';
import type { Sample, SampleScreen, Say } from './sample.ts';

type Body = Extract<SampleScreen['body'], { kind: 'search' }>;

const searching = (
  say: Say,
  body: Pick<Body, 'query' | 'hits' | 'advice'> & Partial<Pick<Body, 'around'>>,
): SampleScreen => ({
  title: say('您想找什么？', 'What are you looking for?'),
  back: { label: say('全部服务', 'All services'), intent: { kind: 'back' } },
  leave: { label: say('结束办理', 'End'), intent: { kind: 'leave' } },
  cart: inCart(say, 1),
  body: {
    kind: 'search',
    field: say('拼音或首字母', 'Type here'),
    open: say('查看', 'Open'),
    keys: { space: say('空格', 'Space'), erase: say('删除一个字', 'Erase one letter') },
    around: null,
    ...body,
  },
});

/** As many as a hall has: they must find room above the letters. */
const TOPICS = [
  ['older-people', '老年人服务', 'Older people'],
  ['newborns', '孩子出生', 'A child is born'],
  ['household', '户口', 'Household'],
  ['work-and-insurance', '就业和社保', 'Work and insurance'],
  ['housing', '住房和公积金', 'Housing'],
  ['education', '上学', 'School'],
  ['marriage', '结婚', 'Marriage'],
  ['care', '困难帮扶', 'Help in need'],
  ['business', '企业和个体户', 'Businesses'],
  ['elsewhere', '外地的事', 'Other regions'],
  ['my-cases', '我办过的事', 'What I applied for'],
  ['bills', '缴费', 'Paying bills'],
] as const;

const around = (say: Say): NonNullable<Body['around']> => ({
  title: say('按类别找', 'Look by topic'),
  tiles: [
    {
      label: say('想办的事', 'What I Wish For'),
      note: say('告诉我们', 'Tell us'),
      intent: { kind: 'openService', service: 'wish' },
    },
    ...TOPICS.map(([id, zh, en]) => ({
      label: say(zh, en),
      note: say('4项', '4 services'),
      intent: { kind: 'openShelf' as const, by: 'topic' as const, id },
    })),
  ],
});

export const searchSamples: Readonly<Record<string, Sample>> = {
  search: (say) =>
    searching(say, {
      query: '',
      hits: [],
      advice: {
        headline: say('用下面的字母告诉我们', 'Type with the letters below'),
        lines: say(
          [
            '打拼音，或者只打每个字的第一个字母。比如找出生登记，打CSDJ。',
            '打错一两个字母也能找到。',
            '有键盘的，也可以直接写一句话，比如：我想给孩子上户口。',
          ],
          [
            'Type a few words, for example: bus card.',
            'A wrong letter or two does not matter.',
            'You can also type Pinyin, or the first letters of it.',
          ],
        ),
      },
    }),
  'search-found': (say) =>
    searching(say, {
      query: say('chushengdengji', 'newborn'),
      advice: null,
      hits: [
        {
          kind: 'service',
          card: {
            service: 'birth-registration',
            title: say('出生登记', 'Birth registration'),
            summary: say('给新生儿报户口。', 'Puts a newborn child on the household register.'),
            facts: [{ label: say('费用', 'Fee'), value: say('免费', 'Free') }],
            badge: { tone: 'calm', text: say('现在可以申请，由主管部门审核', 'Apply here now, decided by the office') },
          },
        },
        {
          kind: 'package',
          card: {
            title: say('孩子出生一件事', 'A child is born'),
            summary: say(
              '出生登记、新生儿参保，一次办好。',
              'Birth registration and insurance for the baby, in one go.',
            ),
            open: { label: say('查看', 'Open'), intent: { kind: 'openPackage', package: 'birth-package' } },
          },
        },
      ],
    }),
  'search-unsure': (say) =>
    searching(say, {
      query: 'duanlianjiaofei',
      hits: [
        {
          kind: 'service',
          card: {
            service: 'senior-card',
            title: say('老年人优待证', 'Senior citizen card'),
            summary: say('年满60周岁就可以办。', 'For everybody from the age of sixty.'),
            facts: [{ label: say('费用', 'Fee'), value: say('免费', 'Free') }],
            badge: { tone: 'calm', text: say('现在可以申请，由主管部门审核', 'Apply here now, decided by the office') },
          },
        },
      ],
      advice: {
        headline: say('没有找到完全对得上的', 'Nothing fits exactly'),
        lines: [say('下面这些，看看有没有您要办的。', 'Perhaps you mean one of these.')],
      },
      around: around(say),
    }),
  'search-nothing': (say) =>
    searching(say, {
      query: 'huochepiao',
      hits: [],
      around: around(say),
      advice: {
        headline: say('没有找到', 'Nothing was found'),
        lines: say(
          ['请换一种说法，或者少打几个字母再试试。', '其他时间，请拨打0000-5550-1002，有人为您解答。'],
          [
            'Please try other words, or fewer of them.',
            'At all other times: call 0000-5550-1002 and someone will help you.',
          ],
        ),
      },
    }),
};
