/** Samples of what services cost. */
import type { Sample } from './sample.ts';
import { next, onTheWay } from './step-parts.ts';

export const feeSamples: Readonly<Record<string, Sample>> = {
  fee: (say) => ({
    ...onTheWay(say, 5),
    title: say('要缴的费用', 'What it costs'),
    body: {
      kind: 'fee',
      lead: say('请看清费用。提交以后才缴。', 'Please look at the fees. You pay only after submitting.'),
      rows: [
        {
          label: say('户籍证明副本 × 2', 'Copy of the household certificate × 2'),
          value: say('10.00元', '10.00 yuan'),
        },
        { label: say('合计', 'Total'), value: say('10.00元', '10.00 yuan') },
      ],
      notes: [say('10.00元等办好再缴，不在这里缴。', '10.00 yuan is paid when it is ready, not here.')],
    },
    primary: next(say),
  }),
};
