/** Samples of searching: nothing typed yet, services found, nothing found. */
import { inCart } from './choosing.ts';
import type { Sample, SampleScreen, Say } from './sample.ts';

type Body = Extract<SampleScreen['body'], { kind: 'search' }>;

const searching = (say: Say, body: Pick<Body, 'query' | 'hits' | 'advice'>): SampleScreen => ({
  title: say('您想找什么？', 'What are you looking for?'),
  back: { label: say('全部服务', 'All services'), intent: { kind: 'back' } },
  leave: { label: say('结束办理', 'End'), intent: { kind: 'leave' } },
  cart: inCart(say, 1),
  body: {
    kind: 'search',
    field: say('拼音或首字母', 'Type here'),
    open: say('查看', 'Open'),
    keys: { space: say('空格', 'Space'), erase: say('删除一个字', 'Erase one letter') },
    ...body,
  },
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
  'search-nothing': (say) =>
    searching(say, {
      query: 'huochepiao',
      hits: [],
      advice: {
        headline: say('没有找到', 'Nothing was found'),
        lines: say(
          [
            '请换一种说法，或者少打几个字母再试试。',
            '也可以按“全部服务”，自己慢慢看。',
            '其他时间，请拨打0000-5550-1002，有人为您解答。',
          ],
          [
            'Please try other words, or fewer of them.',
            'Or press “All services” and look around.',
            'At all other times: call 0000-5550-1002 and someone will help you.',
          ],
        ),
      },
    }),
};
