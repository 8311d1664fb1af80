/** Samples of a promise before it is signed. */
import type { Sample } from './sample.ts';
import { onTheWay } from './steps.ts';

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
      statements: [
        say('我租住在申请里写的地址。', 'I rent the home at the address in this application.'),
        say('房东知道我住在这里。', 'My landlord knows that I live there.'),
        say('办理期间工作人员可以上门核实。', 'Our staff may come and look while the case is open.'),
      ],
      consequence: say(
        '不属实的，会撤销居住证，两年内不能再用承诺办事。',
        'If this is untrue, the permit is withdrawn, and for two years you can’t promise again.',
      ),
    },
    primary: { label: say('我承诺，去签名', 'I promise; sign now'), intent: { kind: 'next' } },
    others: [{ label: say('我带租房合同来', 'I bring the lease'), intent: { kind: 'decline' } }],
  }),
};
