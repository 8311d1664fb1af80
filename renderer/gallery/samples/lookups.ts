/** Samples of how the citizen's cases stand: being asked for, found, not there, out of reach. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { onTheWay } from './step-parts.ts';

type Lookup = Extract<SampleScreen['body'], { kind: 'lookup' }>;

const lookup = (say: Say, body: Omit<Lookup, 'kind'>): SampleScreen => ({
  title: say('办件进度', 'Your cases'),
  ...onTheWay(say, 4),
  body: { kind: 'lookup', ...body },
});

const finish = (say: Say): NonNullable<SampleScreen['primary']> => ({
  label: say('看完了', 'Done'),
  intent: { kind: 'next' },
});

export const lookupSamples: Readonly<Record<string, Sample>> = {
  'lookup-asking': (say) =>
    lookup(say, {
      phase: 'asking',
      headline: say('正在查询您的办件', 'Looking up your cases'),
      detail: say('请稍等，马上就好。', 'One moment, please.'),
      entries: [],
    }),
  'lookup-found': (say) => ({
    ...lookup(say, {
      phase: 'found',
      headline: say('找到 3 件', '3 cases found'),
      detail: say(
        '有不明白的，请打电话询问，报办件编号：0000-5550-1001（工作日9:00–17:00）。',
        'If anything is unclear, call and give the case number: 0000-5550-1001 (workdays 9:00–17:00).',
      ),
      entries: [
        {
          title: say('出生登记', 'Birth registration'),
          tone: 'calm',
          state: say('已受理', 'Accepted'),
          facts: [
            { label: say('办件编号', 'Case number'), value: 'micro-centre-1-20261121-0007-53' },
            { label: say('提交日期', 'Submitted'), value: say('2026 年 11 月 21 日', '21 November 2026') },
            { label: say('最晚办好', 'Done by'), value: say('2026 年 11 月 27 日', '27 November 2026') },
          ],
          parts: [],
          bring: [
            say(
              '还要补交：经营场所的租房合同。最晚2026年12月4日送到服务窗口，报办件编号。',
              'Still to be brought: the lease of the premises. Bring it to the counter by 4 December 2026 and give the case number.',
            ),
          ],
          reason: null,
          nextStep: null,
        },
        {
          title: say('新生儿城乡居民医保参保登记', 'Health insurance for a newborn'),
          tone: 'attention',
          state: say('已退回', 'Returned'),
          facts: [
            { label: say('办件编号', 'Case number'), value: 'micro-centre-1-20261121-0008-50' },
            { label: say('提交日期', 'Submitted'), value: say('2026 年 11 月 21 日', '21 November 2026') },
            { label: say('最近变动', 'Last change'), value: say('2026 年 11 月 23 日', '23 November 2026') },
          ],
          parts: [],
          bring: [],
          reason: say('退回原因：证明编号少一位。', 'Why it was returned: the certificate number lacks a digit.'),
          nextStep: say(
            '怎么办：照退回原因改好，再办一次“新生儿参保”。在自助机上随时可以办，没有期限。',
            'What to do: put it right and apply again for “Newborn Health Insurance”, at a kiosk at any time.',
          ),
        },
        {
          title: say('水电气联合报装', 'Water and gas connection'),
          tone: 'attention',
          state: say('部分办好', 'Partly finished'),
          facts: [],
          parts: [
            {
              title: say('用水报装', 'Water'),
              tone: 'calm',
              state: say('已办好', 'Finished'),
              detail: say('望舒区供水服务所', 'Wangshu Water Service'),
              reason: null,
            },
            {
              title: say('用气报装', 'Gas'),
              tone: 'attention',
              state: say('没有通过', 'Not granted'),
              detail: say('望舒区燃气服务所', 'Wangshu Gas Service'),
              reason: say('没有通过的原因：缺少规划图。', 'Why it was not granted: the site plan is missing.'),
            },
          ],
          bring: [],
          reason: null,
          nextStep: say(
            '怎么办：没有通过的，照上面的原因改好，再办一次。已经办好的不受影响。',
            'What to do: put right what was not granted and apply again. What is finished stays so.',
          ),
        },
      ],
    }),
    primary: finish(say),
  }),
  'lookup-nothing': (say) => ({
    ...lookup(say, {
      phase: 'nothing',
      headline: say('没有找到您的办件', 'No case of yours was found'),
      detail: say('刚刚提交的，可能要过几分钟才能查到。', 'What was just submitted may take a few minutes to appear.'),
      entries: [],
    }),
    primary: finish(say),
  }),
  'lookup-trouble': (say) => ({
    ...lookup(say, {
      phase: 'trouble',
      headline: say('现在查不到办件进度', 'Your cases cannot be looked up now'),
      detail: say(
        '线路不通，您的办件不受影响。可以再试一次。',
        'The line is down; your cases are safe. You may try again.',
      ),
      entries: [],
    }),
    primary: { label: say('再试一次', 'Try again'), intent: { kind: 'retry' } },
  }),
};
