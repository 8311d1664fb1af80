/** Samples of two services done together: what both ask is asked once, and each has its own case. */
import type { Sample } from './sample.ts';
import { next, onTheWay, phoneRow, row, you } from './step-parts.ts';

export const mergedSamples: Readonly<Record<string, Sample>> = {
  'review-two': (say) => ({
    title: say('请核对', 'Please check'),
    ...onTheWay(say, 5),
    primary: { label: say('提交', 'Submit'), intent: { kind: 'submit' } },
    others: [
      {
        label: say('这次不办“出生登记”', 'Skip “Birth registration”'),
        intent: { kind: 'removeFromCart', service: 'birth-registration' },
      },
      {
        label: say('这次不办“新生儿参保”', 'Skip “Newborn Health Insurance”'),
        intent: { kind: 'removeFromCart', service: 'newborn-insurance' },
      },
    ],
    body: {
      kind: 'review',
      declaration: say(
        '我确认以上信息真实，同意用于办理出生登记和新生儿参保登记。',
        'I confirm that this is true and may be used for both applications.',
      ),
      groups: [
        you(say, '林小满'),
        {
          title: say('两项都用', 'For both'),
          rows: [
            row(say, say('证明编号', 'Certificate'), 'Z*****0123', 'birthCertificate', 'Z 990 100 123'),
            phoneRow(say),
          ],
        },
        {
          title: say('出生登记', 'Birth registration'),
          rows: [row(say, say('随谁落户', 'Household of'), say('随母亲', 'The mother'), 'household')],
        },
        {
          title: say('新生儿参保', 'Insurance'),
          rows: [
            row(
              say,
              say('缴费方式', 'Payment'),
              say('下一个工作日短信缴费', 'By text on the next working day'),
              'payment',
            ),
          ],
        },
      ],
    },
  }),
  'receipt-two': (say) => ({
    title: say('申请已提交', 'Application submitted'),
    progress: onTheWay(say, 6).progress,
    primary: next(say),
    body: {
      kind: 'receipt',
      phase: 'printed',
      headline: say('请取走凭条', 'Please take your receipt'),
      detail: say('两项都在同一张凭条上。', 'Both cases are on the same receipt.'),
      cases: [
        {
          service: 'birth-registration',
          title: say('出生登记', 'Birth registration'),
          caseNumber: 'micro-centre-1-20261121-0007-53',
          facts: [
            { label: say('办件编号', 'Case number'), value: 'micro-centre-1-20261121-0007-53' },
            { label: say('最晚办好', 'Finished at the latest'), value: say('2026年11月30日', '30 November 2026') },
          ],
        },
        {
          service: 'newborn-insurance',
          title: say('新生儿城乡居民医保参保登记', 'Health insurance for a newborn'),
          caseNumber: 'micro-centre-1-20261121-0008-50',
          facts: [
            { label: say('办件编号', 'Case number'), value: 'micro-centre-1-20261121-0008-50' },
            { label: say('最晚办好', 'Finished at the latest'), value: say('2026年11月30日', '30 November 2026') },
          ],
        },
      ],
      nextSteps: say(
        ['下一个工作日开始审核', '出生登记：5 个工作日内短信通知您', '参保登记：登记完成后短信缴费'],
        [
          'Examined from the next working day',
          'Birth registration: a text within 5 working days',
          'Insurance: you pay by text once the child is registered',
        ],
      ),
    },
  }),
};
