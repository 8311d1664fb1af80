/** Samples of the steps of a service, but for its questions. */
import type { Sample } from './sample.ts';
import { next, onTheWay, phoneRow, row, you } from './step-parts.ts';

export const review: Sample = (say) => ({
  title: say('请核对', 'Please check'),
  ...onTheWay(say, 5),
  primary: { label: say('确认并提交', 'Confirm and submit'), intent: { kind: 'submit' } },
  body: {
    kind: 'review',
    declaration: say(
      '我确认以上信息真实，同意用于办理老年人优待证。',
      'I confirm that this is true and may be used for the senior citizen card.',
    ),
    groups: [
      you(say, '许望舒'),
      {
        title: say('领取', 'Collection'),
        rows: [
          phoneRow(say),
          row(say, say('领取方式', 'Collection'), say('到街道便民中心领取', 'At the town office'), 'delivery'),
        ],
      },
    ],
  },
});

export const stepSamples: Readonly<Record<string, Sample>> = {
  info: (say) => ({
    title: say('办理前请看', 'Before you start'),
    ...onTheWay(say, 1),
    primary: next(say),
    body: {
      kind: 'info',
      paragraphs: [
        say(
          '请准备好本人的居民身份证。整个过程大约三分钟。',
          'Please have your own resident ID card ready. It takes about three minutes.',
        ),
      ],
      points: say(
        ['没有提交之前，随时可以返回或结束', '提交后会得到一个办件编号和凭条', '夜间提交的申请，下一个工作日开始审核'],
        [
          'You can go back or end at any time before you submit',
          'You get a case number and a receipt',
          'Applications made at night are examined from the next working day',
        ],
      ),
    },
  }),
  'practise-scan': (say) => ({
    title: say('租房合同', 'The lease of your home'),
    ...onTheWay(say, 3),
    primary: { label: say('拍一张样张', 'Take a sample page'), intent: { kind: 'next' } },
    body: {
      kind: 'info',
      paragraphs: [
        say(
          '正式办理时，在这里把租房合同放在高拍仪下面，放平就会自动拍。',
          'For real, you lay the lease under the camera here.',
        ),
      ],
      points: [],
      sample: { paper: say('租房合同', 'The lease of your home'), mark: say('样张', 'SAMPLE') },
    },
  }),
  'identify-waiting': (say) => ({
    title: say('请放身份证', 'Your ID card, please'),
    ...onTheWay(say, 2),
    body: {
      kind: 'identify',
      phase: 'waiting',
      headline: say('把身份证平放在读卡区', 'Lay your ID card on the reader'),
      detail: say('照片一面朝上。读好以后会有提示。', 'Photo side up. We will tell you when it is done.'),
      secondsLeft: 25,
    },
  }),
  'identify-reading': (say) => ({
    title: say('请放身份证', 'Your ID card, please'),
    ...onTheWay(say, 2),
    body: {
      kind: 'identify',
      phase: 'reading',
      headline: say('正在读取，请不要拿开', 'Reading: please leave the card'),
      detail: say('大约两秒钟。', 'About two seconds.'),
      secondsLeft: null,
    },
  }),
  'identify-trouble': (say) => ({
    title: say('请放身份证', 'Your ID card, please'),
    ...onTheWay(say, 2),
    primary: { label: say('再试一次', 'Try again'), intent: { kind: 'retry' } },
    body: {
      kind: 'identify',
      phase: 'trouble',
      headline: say('没有检测到身份证', 'No ID card was found'),
      detail: say(
        '请把身份证平放在读卡区，再按“再试一次”。',
        'Please lay your ID card flat on the reader, then press “Try again”.',
      ),
      secondsLeft: null,
    },
  }),
  'check-eligible': (say) => ({
    title: say('资格核对', 'Eligibility'),
    ...onTheWay(say, 3),
    primary: next(say),
    body: {
      kind: 'check',
      outcome: 'eligible',
      headline: say('您符合条件，可以办理', 'You are eligible'),
      person: [
        { label: say('姓名', 'Name'), value: '许望舒' },
        { label: say('身份证号码', 'ID number'), value: '9901**********1027' },
        { label: say('今天的年龄', 'Age today'), value: say('73 周岁', '73') },
        { label: say('住址', 'Address'), value: say('望舒区香樟路***', 'Camphor Road ***, Wangshu District') },
      ],
      reasons: [say('年满 60 周岁。', 'Aged 60 or over.')],
      suggestions: [],
    },
  }),
  'check-not': (say) => ({
    title: say('资格核对', 'Eligibility'),
    ...onTheWay(say, 3),
    primary: { label: say('看看其他服务', 'See other services'), intent: { kind: 'next' } },
    body: {
      kind: 'check',
      outcome: 'notEligible',
      headline: say('现在还不能办理', 'Not possible yet'),
      person: [
        { label: say('姓名', 'Name'), value: '林小满' },
        { label: say('今天的年龄', 'Age today'), value: say('58 周岁', '58') },
      ],
      reasons: [
        say(
          '申领优待证须年满 60 周岁，您将在 2028 年 3 月 14 日年满 60 周岁。',
          'The card is for people aged 60 or over. You turn 60 on 14 March 2028.',
        ),
      ],
      suggestions: [
        say(
          '家中如有年满 60 周岁的老人，可以请本人带身份证来办理。',
          'If someone in your family is 60 or over, they can come with their own ID card.',
        ),
      ],
    },
  }),
  review,
};
