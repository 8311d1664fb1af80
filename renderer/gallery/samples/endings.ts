/** Samples from handing in to goodbye, and of what can go wrong. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay } from './step-parts.ts';

type Receipt = Extract<SampleScreen['body'], { kind: 'receipt' }>;

const receipt = (say: Say, phase: Receipt['phase'], headline: string, detail: string): Receipt => ({
  kind: 'receipt',
  phase,
  headline,
  detail,
  cases: [
    {
      service: 'senior-card',
      title: say('老年人优待证', 'Senior citizen card'),
      caseNumber: 'micro-centre-1-20261121-0007-53',
      facts: [
        { label: say('办件编号', 'Case number'), value: 'micro-centre-1-20261121-0007-53' },
        { label: say('最晚办好', 'Finished at the latest'), value: say('2026年11月30日', '30 November 2026') },
      ],
    },
  ],
  nextSteps: say(
    ['下一个工作日开始审核', '5 个工作日内短信通知您', '凭凭条或身份证领取优待证'],
    [
      'Examined from the next working day',
      'You get a text within 5 working days',
      'Collect it with the receipt or your ID card',
    ],
  ),
});
const afterSubmit = (say: Say) => onTheWay(say, 6).progress;

export const endingSamples: Readonly<Record<string, Sample>> = {
  wait: (say) => ({
    title: say('正在提交', 'Handing in'),
    progress: onTheWay(say, 5).progress,
    body: {
      kind: 'wait',
      headline: say('正在保存您的申请', 'Your application is being stored'),
      detail: say('通常不到一秒钟，请稍候。', 'This usually takes less than a second.'),
    },
  }),
  'receipt-printing': (say) => ({
    title: say('申请已提交', 'Application submitted'),
    progress: afterSubmit(say),
    body: receipt(
      say,
      'printing',
      say('正在打印凭条', 'Printing your receipt'),
      say('纸从出纸口出来，请稍候。', 'The paper comes out of the slot.'),
    ),
  }),
  'receipt-printed': (say) => ({
    title: say('申请已提交', 'Application submitted'),
    progress: afterSubmit(say),
    primary: next(say),
    body: receipt(
      say,
      'printed',
      say('请取走凭条', 'Please take your receipt'),
      say('也可以用手机拍下二维码。', 'You may also photograph the code.'),
    ),
  }),
  'receipt-failed': (say) => ({
    title: say('申请已提交', 'Application submitted'),
    progress: afterSubmit(say),
    primary: { label: say('不打印，继续', 'Go on without'), intent: { kind: 'next' } },
    others: [{ label: say('再打印一次', 'Print again'), intent: { kind: 'retry' } }],
    body: receipt(
      say,
      'failed',
      say('凭条没有打印出来', 'The receipt was not printed'),
      say(
        '您的申请已经提交。请抄下或拍下编号。',
        'Your application has been submitted. Please note or photograph the number.',
      ),
    ),
  }),
  rate: (say) => ({
    title: say('请您评价', 'How was it?'),
    others: [{ label: say('不评价', 'Skip'), intent: { kind: 'next' } }],
    body: {
      kind: 'rate',
      service: 'senior-card',
      question: say('您对这次服务满意吗？评价是自愿的。', 'Were you satisfied with this service? Rating is voluntary.'),
      levels: [
        { level: 5, label: say('非常满意', 'Very satisfied') },
        { level: 4, label: say('满意', 'Satisfied') },
        { level: 3, label: say('基本满意', 'Fairly satisfied') },
        { level: 2, label: say('不满意', 'Dissatisfied') },
        { level: 1, label: say('非常不满意', 'Very dissatisfied') },
      ],
    },
  }),
  goodbye: (say) => ({
    title: say('办好了，谢谢您', 'All done, thank you'),
    body: {
      kind: 'goodbye',
      headline: say('请带好您的东西', 'Please take your things'),
      reminders: say(
        ['身份证', '凭条', '您的信息已从本机清除'],
        ['Your ID card', 'Your receipt', 'Your details have been removed from this machine'],
      ),
    },
  }),
  trouble: (say) => ({
    title: say('暂时办不了', 'This did not work'),
    primary: { label: say('再试一次', 'Try again'), intent: { kind: 'retry' } },
    leave: { label: say('结束办理', 'End'), intent: { kind: 'leave' } },
    body: {
      kind: 'trouble',
      headline: say('读卡器没有回应', 'The card reader does not answer'),
      detail: say(
        '这不是您的问题，您填写的内容没有丢失。\n可以再试一次，或拨打 0000-5550-1002 并说明下面的编号。',
        'It is not your fault and nothing you entered is lost.\nTry again, or call 0000-5550-1002 and tell them this reference.',
      ),
      reference: 'device.lost · micro-centre-1',
    },
  }),
  'out-of-service': () => ({
    title: '本机暂停服务 · This machine is out of service',
    languages: [],
    scales: [],
    body: {
      kind: 'outOfService',
      headline: '本机暂停服务 · This machine is out of service',
      detail:
        '请使用邻近的站点，或在工作时间前往街道便民中心。\nPlease use a station nearby, or the town office in its opening hours.',
      reference: 'release.refused/badSignature',
    },
  }),
};
