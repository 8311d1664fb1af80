/** Samples of data from elsewhere: being asked for, found, not there, out of reach. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay } from './steps.ts';

type Lookup = Extract<SampleScreen['body'], { kind: 'lookup' }>;

const lookup = (say: Say, body: Omit<Lookup, 'kind'>): SampleScreen => ({
  title: say('出生医学证明', 'Birth certificate'),
  ...onTheWay(say, 4),
  body: { kind: 'lookup', ...body },
});

export const lookupSamples: Readonly<Record<string, Sample>> = {
  'lookup-asking': (say) =>
    lookup(say, {
      phase: 'asking',
      headline: say('正在向医院核对', 'Asking the hospital'),
      detail: say('通常几秒钟，请稍候。', 'This usually takes a few seconds.'),
      entries: [],
    }),
  'lookup-found': (say) => ({
    ...lookup(say, {
      phase: 'found',
      headline: say('查到两项记录', 'Two records were found'),
      detail: say('请看看是不是您要办的。', 'Please see whether these are what you are looking for.'),
      entries: [
        {
          title: say('出生登记', 'Birth registration'),
          tone: 'calm',
          state: say('已办结', 'Completed'),
          facts: [
            { label: say('受理编号', 'Case number'), value: 'micro-centre-1-20261121-0007-K' },
            { label: say('受理日期', 'Received on'), value: say('2026 年 11 月 21 日', '21 November 2026') },
          ],
          reason: null,
        },
        {
          title: say('新生儿城乡居民医保参保登记', 'Health insurance for a newborn'),
          tone: 'stop',
          state: say('未通过', 'Refused'),
          facts: [
            { label: say('受理编号', 'Case number'), value: 'micro-centre-1-20261121-0008-M' },
            { label: say('受理日期', 'Received on'), value: say('2026 年 11 月 21 日', '21 November 2026') },
          ],
          reason: say(
            '孩子的户口登记还没有完成。登记完成后可以重新申请，或拨打 0000-5550-1002 咨询。',
            'The child is not registered yet. Apply again afterwards, or call 0000-5550-1002.',
          ),
        },
      ],
    }),
    primary: next(say),
  }),
  'lookup-nothing': (say) => ({
    ...lookup(say, {
      phase: 'nothing',
      headline: say('没有查到记录', 'Nothing was found'),
      detail: say(
        '请核对编号，或带原件到街道便民中心办理。',
        'Check the number, or bring the original to the town office.',
      ),
      entries: [],
    }),
    primary: { label: say('重新输入', 'Type it again'), intent: { kind: 'back' } },
  }),
  'lookup-trouble': (say) => ({
    ...lookup(say, {
      phase: 'trouble',
      headline: say('现在联系不上医院', 'The hospital cannot be reached now'),
      detail: say(
        '这不影响您办理：可以自己填写，工作人员会核对。',
        'You can go on: enter the details yourself, and staff will compare them later.',
      ),
      entries: [],
    }),
    primary: next(say),
    others: [{ label: say('再试一次', 'Try again'), intent: { kind: 'retry' } }],
  }),
};
