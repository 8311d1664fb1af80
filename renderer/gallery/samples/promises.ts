/** Samples of a promise before it is signed, and where it is. */
import type { Sample, Say } from './sample.ts';
import { onTheWay } from './step-parts.ts';

const promised = (say: Say) => ({
  statements: [
    say('我租住在申请里写的地址。', 'I rent the home at the address in this application.'),
    say('房东知道我住在这里。', 'My landlord knows that I live there.'),
    say('办理期间工作人员可以上门核实。', 'Our staff may come and look while the case is open.'),
  ],
  consequence: say(
    '不属实的，会撤销居住证，两年内不能再用承诺办事。',
    'If this is untrue, the permit is withdrawn, and for two years you can’t promise again.',
  ),
});

export const promiseSamples: Readonly<Record<string, Sample>> = {
  promise: (say) => ({
    ...onTheWay(say, 4),
    title: say('租房情况承诺', 'A promise about your lease'),
    body: {
      kind: 'promise',
      lead: say(
        '没有带租房合同，可以承诺代替。请慢慢看。',
        'Without the lease you may promise instead. Take your time.',
      ),
      ...promised(say),
    },
    primary: { label: say('我承诺，去签名', 'I promise; sign now'), intent: { kind: 'next' } },
    others: [{ label: say('我带租房合同来', 'I bring the lease'), intent: { kind: 'decline' } }],
  }),
  'promise-signing': (say) => ({
    ...onTheWay(say, 4),
    title: say('租房情况承诺', 'A promise about your lease'),
    body: {
      kind: 'ask',
      element: 'leasePromise',
      question: say('没有带租房合同，可以承诺代替', 'Without the lease you may promise instead'),
      help: say('请看清楚再签名。不想承诺也没关系。', 'Please read it well before you sign. You need not promise.'),
      input: {
        kind: 'signature',
        hint: say('请用手指在这里签名', 'Sign here with your finger'),
        clear: say('擦掉重写', 'Wipe and sign again'),
        later: null,
        laterValue: 'later',
      },
      value: null,
      problem: null,
      promised: promised(say),
    },
    primary: { label: say('继续', 'Continue'), intent: { kind: 'next' } },
  }),
};
