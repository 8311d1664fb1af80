/** Samples of questions that are typed, picked or written by hand. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay } from './step-parts.ts';

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

const phone = (say: Say, value: string | null, problem: string | null): SampleScreen => ({
  title: say('手机号码', 'Mobile phone'),
  ...onTheWay(say, 4),
  primary: next(say),
  body: {
    kind: 'ask',
    element: 'mobilePhone',
    question: say('办好以后，我们发短信到哪个号码？', 'Which number shall we text when it is ready?'),
    help: say('请输入 11 位手机号码。', 'Please type the 11 digits of a mobile phone.'),
    input: { kind: 'digits', length: 11, groups: [3, 4, 4] },
    value,
    problem,
  },
});

const certificate = (say: Say, value: string | null, problem: string | null): SampleScreen => ({
  title: say('出生医学证明编号', 'Birth certificate number'),
  ...onTheWay(say, 4),
  primary: next(say),
  body: {
    kind: 'ask',
    element: 'birthCertificate',
    question: say('出生医学证明上的编号是多少？', 'What is the number on the birth certificate?'),
    help: say('在证明右上角：一个字母和九位数字。', 'At its upper right: a letter and nine digits.'),
    input: { kind: 'code', length: 10, groups: [1, 3, 3, 3], letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
    value,
    problem,
  },
});

export const questionSamples: Readonly<Record<string, Sample>> = {
  'ask-digits': (say) => phone(say, '1380000', null),
  'ask-digits-wrong': (say) =>
    phone(
      say,
      '23800001234',
      say('这个号码不是手机号码，手机号码以 1 开头。', 'This is not a mobile number: those begin with 1.'),
    ),
  'ask-code': (say) => certificate(say, 'Z990', null),
  'ask-code-wrong': (say) =>
    certificate(say, '9Z90100123', say('编号应以一个字母开头，请核对。', 'It begins with one letter; please check.')),
  'ask-choice': (say) => ({
    title: say('领取方式', 'Collection'),
    ...onTheWay(say, 4),
    primary: next(say),
    body: {
      kind: 'ask',
      element: 'delivery',
      question: say('优待证做好以后，您怎么领取？', 'How would you like to receive the card?'),
      help: '',
      input: {
        kind: 'choice',
        options: [
          {
            value: 'here',
            label: say('到本站点领取', 'Collect it here'),
            detail: say('香樟路微中心，二十四小时', 'Camphor Road, at any hour'),
          },
          {
            value: 'town',
            label: say('到街道便民中心领取', 'Collect it at the town office'),
            detail: say('周一至周六 9:00–17:00', 'Monday to Saturday, 9:00 to 17:00'),
          },
          {
            value: 'post',
            label: say('邮寄到身份证上的地址', 'By post to the address on the ID card'),
            detail: say('免费，约 3 天', 'Free, about 3 days'),
          },
        ],
      },
      value: 'town',
      problem: null,
    },
  }),
  'ask-yes-no': (say) => ({
    title: say('代领', 'Someone else'),
    ...onTheWay(say, 4),
    body: {
      kind: 'ask',
      element: 'agentCollects',
      question: say('会由别人代您领取吗？', 'Will someone else collect the card for you?'),
      help: say('代领人要带本人身份证和您的凭条。', 'They need their own ID card and your receipt.'),
      input: {
        kind: 'yesNo',
        yes: say('是，由别人代领', 'Yes, someone else'),
        no: say('不是，我自己领', 'No, I will come myself'),
      },
      value: null,
      problem: null,
    },
  }),
  'ask-signature': (say) => ({
    title: say('申请人签名', 'Your signature'),
    ...onTheWay(say, 4),
    primary: next(say),
    body: {
      kind: 'ask',
      element: 'applicantSignature',
      question: say('请写下您的姓名', 'Please sign your name'),
      help: say('写得不像平时也没关系，可以擦掉重写。', 'It need not look perfect; you may wipe it and write again.'),
      input: {
        kind: 'signature',
        hint: say('请用手指在这里签名', 'Sign here with your finger'),
        clear: say('擦掉重写', 'Wipe and sign again'),
        later: say('不方便写，领取时再签', "I can't write now and sign when I collect it"),
        laterValue: 'later',
      },
      value:
        'M150 140L330 120M240 60L235 330L210 360M140 250L345 235M470 90L450 160L430 200M440 150L600 140M520 60L530 370M440 260L640 240M760 100L960 85M860 40L850 200L790 330M860 200L930 300L1010 350',
      problem: null,
    },
  }),
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
