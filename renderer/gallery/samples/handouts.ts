/** Samples of pages to take along, and of the other places. */
import type { Sample } from './sample.ts';
import { onTheWay } from './step-parts.ts';

export const handoutSamples: Readonly<Record<string, Sample>> = {
  handout: (say) => ({
    ...onTheWay(say, 1),
    progress: null,
    title: say('一次性告知单', 'What to Bring and Expect'),
    body: {
      kind: 'handout',
      about: say('生育津贴', 'Birth Allowance'),
      sections: [
        {
          title: say('要带的材料', 'What to bring'),
          numbered: true,
          lines: [
            say('本人身份证（原件，放在读卡区读）', 'Your ID card (the card itself, read on the reader)'),
            say(
              '妈妈的出院小结（带原件，在这里拍照、今天没带也能先办，最晚2026年12月11日补交）',
              "the mother's discharge summary (bring the original, it is photographed here, without it you can apply today and hand it in by 11 Dec 2026)",
            ),
          ],
        },
        { title: say('费用', 'Fees'), numbered: false, lines: [say('不收费', 'Nothing')] },
        {
          title: say('什么时候办好', 'When it is decided'),
          numbered: false,
          lines: [
            say(
              '现在是下班时间：您现在也能交，2026年11月23日开始计算办理时间。',
              'The office is closed now. You can apply all the same; its time begins on 23 Nov 2026.',
            ),
          ],
        },
      ],
      asked: {
        title: say('常见问题', 'Often asked'),
        pairs: [
          {
            question: say('爸爸妈妈都能领吗？', 'Can both parents have it?'),
            answer: say('能。各用自己的身份证申请，各领各的。', 'Yes. Each applies with their own ID card.'),
          },
        ],
      },
      take: {
        title: say('用手机带走', 'Take it along on a phone'),
        codes: [
          {
            data: say('一次性告知单 生育津贴', 'What to Bring and Expect: Birth Allowance'),
            caption: say('用手机扫一扫，不用上网', 'Scan with a phone; no network needed'),
          },
        ],
      },
    },
    primary: { label: say('看完了', 'Done'), intent: { kind: 'next' } },
    others: [{ label: say('打印出来带走', 'Print it'), intent: { kind: 'print' } }],
  }),
  places: (say) => ({
    ...onTheWay(say, 1),
    progress: null,
    title: say('附近的服务点', 'Places nearby'),
    body: {
      kind: 'places',
      lead: say('现在开门的在前面，离这里近的在前面。', 'Open ones first, then the nearest.'),
      places: [
        {
          name: say('星桥银行政务角', 'Xingqiao Bank Service Corner'),
          badge: { tone: 'calm', text: say('现在开门', 'Open now') },
          facts: [
            { label: say('在哪里', 'Where'), value: say('约850米，往西北', 'about 850 m to the north-west') },
            { label: say('开门时间', 'Open'), value: '06:00–22:00' },
            { label: say('电话', 'Telephone'), value: '0000-5550-1005' },
            { label: say('能办什么', 'What can be done'), value: say('12件事', '12 services') },
            {
              label: say('预约', 'Booking'),
              value: say('不用预约，开门时直接来', 'No booking: just come when it is open'),
            },
            { label: say('怎么走', 'How to get there'), value: say('在银行大门右边。', 'Right of the bank’s gate.') },
          ],
        },
      ],
    },
    primary: null,
  }),
};
