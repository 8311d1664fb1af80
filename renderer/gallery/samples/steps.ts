/** Samples of the steps of a service. */
import type { Sample, SampleScreen, Say } from './sample.ts';

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

/** One answer at the review; `whole` when it is a number that is masked. */
export const row = (say: Say, label: string, value: string, element: string, whole?: string): Row => ({
  label,
  value,
  edit: { label: say('修改', 'Change'), intent: { kind: 'edit', element } },
  ...(whole === undefined ? {} : { reveal: { value: whole, show: say('显示', 'Show'), hide: say('遮住', 'Hide') } }),
});

export const phoneRow = (say: Say): Row =>
  row(say, say('手机号码', 'Mobile phone'), '138****1234', 'mobilePhone', '138 0000 1234');

export const you = (say: Say, name: string): Group => ({
  title: say('您本人', 'You'),
  rows: [
    { label: say('姓名', 'Name'), value: name, edit: null },
    { label: say('身份证号码', 'ID number'), value: '9901**********1027', edit: null },
  ],
});

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
  review: (say) => ({
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
  }),
};
