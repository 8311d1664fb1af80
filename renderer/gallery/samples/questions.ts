/** Samples of questions that are typed, picked or written by hand. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay } from './steps.ts';

type Ask = Extract<SampleScreen['body'], { kind: 'ask' }>;

const asking = (say: Say, title: string, ask: Omit<Ask, 'kind' | 'element'>): SampleScreen => ({
  title,
  ...onTheWay(say, 4),
  primary: next(say),
  body: { kind: 'ask', element: 'something', ...ask },
});

const birthday = (say: Say, value: string | null, problem: string | null): SampleScreen =>
  asking(say, say('出生日期', 'Date of birth'), {
    question: say('他是哪一天出生的？', 'On which day was he born?'),
    help: say('身份证上的日期。', 'The date on the ID card.'),
    input: {
      kind: 'date',
      units: { year: say('年', 'year'), month: say('月', 'month'), day: say('日', 'day') },
      hint: say(
        '月和日都按两位：1月按01，2月按02。',
        'Month and day have two digits each: January is 01, February 02.',
      ),
    },
    value,
    problem,
  });

const amount = (say: Say, value: string | null, problem: string | null): SampleScreen =>
  asking(say, say('缴费金额', 'Amount'), {
    question: say('这次缴多少？', 'How much will you pay?'),
    help: say('可以只缴一部分。', 'You may pay a part of it.'),
    input: { kind: 'money', places: 6, unit: say('元', 'yuan'), point: say('小数点', 'Decimal point') },
    value,
    problem,
  });

const writing = (say: Say, known: string | null, value: string | null): SampleScreen =>
  asking(say, say('现在的住址', 'Where you live'), {
    question: say('您现在住在哪里？', 'Where do you live now?'),
    help: say('写清楚路名和门牌号。', 'The road and the number of the house.'),
    input: {
      kind: 'handwriting',
      hint:
        known === null
          ? say('请用手指写在这里', 'Write here with your finger')
          : say('不对就写在这里', 'If it is wrong, write it here'),
      clear: say('擦掉重写', 'Wipe and write again'),
      known,
    },
    value,
    problem: null,
    ...(known === null || value !== known
      ? {}
      : {
          known: say(
            '这是您身份证上的。请核对，不对可以改。',
            'This is from your ID card. Please check it; you may change it.',
          ),
        }),
  });

const bill = (say: Say, month: string, yuan: string, due: string) => ({
  value: month,
  label: say(`2026年${month}月水费`, `Water, 2026-${month.padStart(2, '0')}`),
  details: [
    { label: say('应缴金额', 'To pay'), value: say(`${yuan}元`, `${yuan} yuan`) },
    { label: say('最晚缴费日期', 'Pay by'), value: say(`2026年${due}`, due) },
  ],
});

const WRITTEN =
  'M150 240L330 220M240 160L235 430L210 460M140 350L345 335M470 190L450 260L430 300M440 250L600 240M520 160L530 470M440 360L640 340M760 200L960 185M860 140L850 300L790 380';

export const questionSamples: Readonly<Record<string, Sample>> = {
  'ask-date': (say) => birthday(say, '195003', null),
  'ask-date-whole': (say) => birthday(say, '19500102', null),
  'ask-date-wrong': (say) =>
    birthday(say, '20301231', say('这一天还没有到，请看看年份。', 'That day is yet to come; please look at the year.')),
  'ask-number': (say) =>
    asking(say, say('租住时间', 'How long'), {
      question: say('这里租了多久？', 'How long have you rented it?'),
      help: say('从合同写的那天算起。', 'From the day in the lease.'),
      input: { kind: 'number', places: 3, unit: say('个月', 'months') },
      value: '12',
      problem: null,
    }),
  'ask-money': (say) => amount(say, '1234.50', null),
  'ask-money-wrong': (say) => amount(say, '900000', say('没有欠这么多，请看看金额。', 'That is more than you owe.')),
  'ask-pick': (say) =>
    asking(say, say('水费账单', 'Water bill'), {
      question: say('您要缴哪一张账单？', 'Which bill do you want to pay?'),
      help: '',
      input: {
        kind: 'pick',
        options: [
          bill(say, '9', '86.40', say('10月31日', '31 Oct 2026')),
          bill(say, '10', '91.25', say('11月30日', '30 Nov 2026')),
        ],
        nothing: '',
      },
      value: '9',
      problem: null,
    }),
  'ask-handwriting': (say) => writing(say, null, WRITTEN),
  'ask-handwriting-known': (say) => writing(say, '望舒区月桥路99号2幢301室', '望舒区月桥路99号2幢301室'),
  'ask-handwriting-corrected': (say) => writing(say, '望舒区月桥路99号2幢301室', WRITTEN),
};
