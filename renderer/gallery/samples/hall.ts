/** Samples before a service is started: nobody there, a service's own page. */
import type { Sample, SampleScreen, Say } from './sample.ts';

type Card = Extract<SampleScreen['body'], { kind: 'service' }>['card'];

export function seniorCard(say: Say): Card {
  return {
    service: 'senior-card',
    title: say('老年人优待证', 'Senior citizen card'),
    summary: say(
      '年满 60 周岁可申领，凭证免费乘坐公交、进入公园。',
      'For people aged 60 and over: free buses and parks in the district.',
    ),
    facts: [
      { label: say('需要带', 'Bring'), value: say('居民身份证', 'Resident ID card') },
      { label: say('大约用时', 'Takes about'), value: say('3 分钟', '3 minutes') },
      { label: say('费用', 'Fee'), value: say('免费', 'Free') },
      { label: say('办结时限', 'Decided within'), value: say('5 个工作日', '5 working days') },
    ],
    badge: { tone: 'calm', text: say('现在可以申请，由主管部门审核', 'Apply here now, decided by the office') },
  };
}

export function provenCard(say: Say): Card {
  return {
    service: 'social-insurance-proof',
    title: say('社会保险参保缴费证明', 'Proof of social insurance contributions'),
    summary: say(
      '打印本人近 24 个月的缴费记录，带验证码。',
      'Prints your contributions of the last 24 months, with a code to verify.',
    ),
    facts: [
      { label: say('需要带', 'Bring'), value: say('居民身份证', 'Resident ID card') },
      { label: say('大约用时', 'Takes about'), value: say('2 分钟', '2 minutes') },
    ],
    badge: {
      tone: 'attention',
      text: say('线路中断，今晚只能登记，明早打印', 'Line down: noted tonight, printed tomorrow'),
    },
  };
}

export const leave = (say: Say): NonNullable<SampleScreen['leave']> => ({
  label: say('结束办理', 'End'),
  intent: { kind: 'leave' },
});

export const hallSamples: Readonly<Record<string, Sample>> = {
  attract: (say) => ({
    title: say('夜办 · 24 小时自助办事', 'Yeban · Open all night'),
    body: {
      kind: 'attract',
      lead: say('白天没空，晚上来办。', 'No time in the day? Come at night.'),
      points: say(
        ['全天开放，随时来办', '请带好身份证', '每一步都有提示，也可以打电话求助'],
        ['Open at every hour of every day', 'Please bring your ID card', 'Every step is explained; help by telephone'],
      ),
      touch: say('触摸屏幕开始', 'Touch the screen to begin'),
    },
  }),
  service: (say) => ({
    title: say('老年人优待证', 'Senior citizen card'),
    primary: { label: say('开始办理', 'Start'), intent: { kind: 'startService', service: 'senior-card' } },
    back: { label: say('返回', 'Back'), intent: { kind: 'back' } },
    leave: leave(say),
    // Every way a service page can have.
    others: [
      {
        label: say('替别人办（代办）', 'Do it for somebody else'),
        intent: { kind: 'startService', service: 'senior-card', as: 'agent' },
      },
      { label: say('加入办事清单', 'Add to my list'), intent: { kind: 'addToCart', services: ['senior-card'] } },
      {
        label: say('先练习一遍', 'Practise it first'),
        intent: { kind: 'startService', service: 'senior-card', as: 'practise' },
      },
      {
        label: say('先看看要带什么', 'What to bring'),
        intent: { kind: 'openHandout', handout: 'notice', service: 'senior-card' },
      },
      {
        label: say('办事指南', 'Guide'),
        intent: { kind: 'openHandout', handout: 'guide', service: 'senior-card' },
      },
    ],
    body: {
      kind: 'service',
      card: seniorCard(say),
      sections: [
        {
          title: say('谁可以办', 'Who can apply'),
          lines: say(
            ['年满 60 周岁的中国公民', '户籍或居住证在望舒区'],
            ['Chinese citizens aged 60 or over', 'Registered or resident in Wangshu District'],
          ),
        },
        {
          title: say('怎么办', 'How it works'),
          lines: say(
            ['读取身份证，核对年龄', '回答两个问题，确认信息', '打印凭条，5 个工作日后领取'],
            [
              'Your ID card is read and your age checked',
              'Answer two questions and confirm',
              'Take the receipt; collect the card in 5 working days',
            ],
          ),
        },
        {
          title: say('由谁办理', 'Who decides'),
          lines: say(
            ['望舒区民政服务中心（虚构）', '投诉电话：0000-5550-1002'],
            ['Wangshu District Civil Affairs (invented)', 'Complaints: 0000-5550-1002'],
          ),
        },
      ],
    },
  }),
};
