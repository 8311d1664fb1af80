/** Samples of what may lie over a screen: warnings, questions, help. */
import type { Sample } from './sample.ts';
import { review } from './steps.ts';

export const interruptionSamples: Readonly<Record<string, Sample>> = {
  'dialog-idle': (say) => ({
    ...review(say),
    dialog: {
      title: say('您还在吗？', 'Are you still there?'),
      text: say(
        '时间到了，我们会结束办理并清除您填写的内容。',
        'When the time is up, this session ends and what you entered is removed.',
      ),
      secondsLeft: 30,
      primary: { label: say('我还在，继续', 'Yes, more time'), intent: { kind: 'stay' } },
      secondary: { label: say('结束办理', 'End now'), intent: { kind: 'confirmLeave' } },
    },
  }),
  'dialog-leave': (say) => ({
    ...review(say),
    dialog: {
      title: say('要结束办理吗？', 'End the session?'),
      text: say(
        '还没有提交。结束后，您填写的内容不会保留。',
        'You have not submitted yet. If you end now, what you entered is not kept.',
      ),
      secondsLeft: null,
      primary: { label: say('留下继续', 'Stay'), intent: { kind: 'stay' } },
      secondary: { label: say('结束办理', 'End'), intent: { kind: 'confirmLeave' } },
    },
  }),
  help: (say) => ({ ...review(say), helpOpen: true }),
  notice: (say) => ({
    ...review(say),
    notice: { tone: 'calm', text: say('线路恢复了，可以继续。', 'The line is back; you can go on.') },
  }),
};
