/** Samples of two services done together: what both ask is asked once, and each has its own case. */
import type { Sample } from './sample.ts';
import { next, onTheWay } from './steps.ts';

const change = (label: string, element: string) => ({ label, intent: { kind: 'edit', element } }) as const;

export const mergedSamples: Readonly<Record<string, Sample>> = {
  'review-two': (say) => ({
    title: say('请核对', 'Please check'),
    ...onTheWay(say, 5),
    primary: { label: say('确认并提交', 'Confirm and submit'), intent: { kind: 'submit' } },
    body: {
      kind: 'review',
      declaration: say(
        '我确认以上信息真实，同意用于办理出生登记和新生儿参保登记。',
        'I confirm that this is true and may be used for both applications.',
      ),
      groups: [
        {
          title: say('您本人', 'You'),
          rows: [
            { label: say('姓名', 'Name'), value: '林小满', edit: null },
            { label: say('身份证号码', 'ID number'), value: '9901**********1027', edit: null },
          ],
        },
        {
          title: say('两项都用', 'For both'),
          rows: [
            {
              label: say('证明编号', 'Certificate'),
              value: 'Z990100123',
              edit: change(say('修改', 'Change'), 'birthCertificate'),
            },
            {
              label: say('手机号码', 'Mobile phone'),
              value: '138 **** 1234',
              edit: change(say('修改', 'Change'), 'mobilePhone'),
            },
          ],
        },
        {
          title: say('出生登记', 'Birth registration'),
          rows: [
            {
              label: say('随谁落户', 'Household of'),
              value: say('随母亲', 'The mother'),
              edit: change(say('修改', 'Change'), 'household'),
            },
          ],
        },
        {
          title: say('新生儿参保', 'Insurance'),
          rows: [
            {
              label: say('缴费方式', 'Payment'),
              value: say('下一个工作日短信缴费', 'By text on the next working day'),
              edit: change(say('修改', 'Change'), 'payment'),
            },
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
        },
        {
          service: 'newborn-insurance',
          title: say('新生儿城乡居民医保参保登记', 'Health insurance for a newborn'),
          caseNumber: 'micro-centre-1-20261121-0008-50',
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
