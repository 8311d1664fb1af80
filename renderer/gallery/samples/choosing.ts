/** Samples of choosing several services at once: a package and the cart. */
import type { Sample, SampleScreen, Say } from './sample.ts';

type Card = Extract<SampleScreen['body'], { kind: 'service' }>['card'];
type Way = Required<Pick<SampleScreen, 'back' | 'leave' | 'cart'>>;

/** The way to the cart in the top corner. */
export const inCart = (say: Say, count: number): NonNullable<SampleScreen['cart']> => ({
  count,
  open: { label: say(`办事清单（${count}）`, `My list (${count})`), intent: { kind: 'openCart' } },
});

const whileChoosing = (say: Say, count: number): Way => ({
  back: { label: say('返回', 'Back'), intent: { kind: 'back' } },
  leave: { label: say('结束办理', 'End'), intent: { kind: 'leave' } },
  cart: inCart(say, count),
});

const birthCard = (say: Say): Card => ({
  service: 'birth-registration',
  title: say('出生登记', 'Birth registration'),
  summary: say('给新生儿报户口。', 'Puts a newborn child on the household register.'),
  facts: [
    { label: say('需要带', 'Bring'), value: say('身份证、出生医学证明', 'ID card, birth certificate') },
    { label: say('大约用时', 'Takes about'), value: say('5 分钟', '5 minutes') },
    { label: say('费用', 'Fee'), value: say('免费', 'Free') },
    { label: say('办结时限', 'Decided within'), value: say('5 个工作日', '5 working days') },
  ],
  badge: { tone: 'calm', text: say('现在可以申请，由主管部门审核', 'Apply here now, decided by the office') },
});

const insuranceCard = (say: Say): Card => ({
  service: 'newborn-insurance',
  title: say('新生儿城乡居民医保参保登记', 'Health insurance for a newborn'),
  summary: say('出生 90 天内参保，出生当天起就能报销。', 'Within 90 days of birth it covers everything since birth.'),
  facts: [
    { label: say('需要带', 'Bring'), value: say('身份证', 'ID card') },
    { label: say('大约用时', 'Takes about'), value: say('3 分钟', '3 minutes') },
    { label: say('费用', 'Fee'), value: say('每年 400 元，之后缴纳', '400 yuan a year, paid later') },
  ],
  badge: {
    tone: 'attention',
    text: say('今晚登记，下一个工作日缴费', 'Noted tonight, paid on the next working day'),
  },
});

const remove = (say: Say, service: Card['service']) =>
  ({
    label: say('移出清单', 'Remove from my list'),
    intent: { kind: 'removeFromCart', service },
  }) as const;

export const choosingSamples: Readonly<Record<string, Sample>> = {
  package: (say) => ({
    title: say('孩子出生一件事', 'A child is born'),
    ...whileChoosing(say, 1),
    primary: {
      label: say('全部加入清单', 'Add all'),
      intent: { kind: 'addToCart', services: ['birth-registration', 'newborn-insurance'] },
    },
    body: {
      kind: 'package',
      lead: say('这些事常常一起办，可以都选，也可以只选一项。', 'These are often done together. Choose all or some.'),
      members: [
        {
          card: birthCard(say),
          inCart: true,
          toggle: remove(say, 'birth-registration'),
        },
        {
          card: insuranceCard(say),
          inCart: false,
          toggle: {
            label: say('加入办事清单', 'Add to my list'),
            intent: { kind: 'addToCart', services: ['newborn-insurance'] },
          },
        },
      ],
    },
  }),
  cart: (say) => ({
    title: say('办事清单', 'My list'),
    ...whileChoosing(say, 2),
    primary: { label: say('一起办理', 'Start'), intent: { kind: 'checkout' } },
    body: {
      kind: 'cart',
      lead: say('清单里有 2 项，可以合在一起办。', 'There are 2 services on your list. They can be done together.'),
      lines: [
        { card: birthCard(say), remove: remove(say, 'birth-registration') },
        { card: insuranceCard(say), remove: remove(say, 'newborn-insurance') },
      ],
      totals: [
        { label: say('大约用时', 'Takes about'), value: say('6 分钟', '6 minutes') },
        { label: say('一共要回答', 'Questions in all'), value: say('7 个问题', '7') },
        { label: say('费用', 'Fee'), value: say('今晚免费', 'Free tonight') },
      ],
      saved: [
        say('2 项一起办，少问 4 个问题，少走 3 步。', 'Doing 2 together saves 4 questions and 3 steps.'),
        say('身份证只刷一次，凭条只打一张。', 'Your ID card is read only once, and there is only one receipt.'),
      ],
      empty: null,
    },
  }),
  'cart-empty': (say) => ({
    title: say('办事清单', 'My list'),
    ...whileChoosing(say, 0),
    body: {
      kind: 'cart',
      lead: '',
      lines: [],
      totals: [],
      saved: [],
      empty: say('清单还是空的。请先选要办的事项。', 'Your list is still empty. Please choose a service first.'),
    },
  }),
};
