/** What a sample says of a screen, and how it becomes a whole view in a language, a scale and on a machine. */
import type { z } from 'zod';
import type { Language } from '#contract/language.ts';
import { ScreenView } from '#contract/screen.ts';
import type { TextScale } from '#contract/screen/intent.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';

/** Picks the words of the language: `say('请稍候', 'One moment, please')`. */
export type Say = <T>(chinese: T, english: T) => T;

type Written = z.input<typeof ScreenView>;
/** What differs from screen to screen; the rest is the same frame everywhere. */
export type SampleScreen = Pick<Written, 'title' | 'body'> &
  Partial<
    Pick<
      Written,
      'progress' | 'primary' | 'back' | 'leave' | 'cart' | 'others' | 'notice' | 'dialog' | 'languages' | 'scales'
    >
  > & {
    readonly helpOpen?: boolean;
  };
export type Sample = (say: Say) => SampleScreen;

/** Throws when a sample is not a view that main could send. */
export function makeView(
  sample: Sample,
  language: Language,
  scale: TextScale,
  machine: MachineProfile,
  revision = 1,
): ScreenView {
  const say: Say = (chinese, english) => (language === 'zh-CN' ? chinese : english);
  const { helpOpen = false, ...screen } = sample(say);
  const written: Written = {
    revision,
    language,
    languages: [
      { language: 'zh-CN', label: '中文' },
      { language: 'en', label: 'English' },
    ],
    scale,
    scales: [
      { scale: 'standard', label: say('标准字号', 'Standard text') },
      { scale: 'elder', label: say('长辈版大字', 'Large text') },
      { scale: 'lowVision', label: say('特大字', 'Largest text') },
    ],
    machine,
    station: say('望舒区香樟路微中心', 'Wangshu District · Camphor Road'),
    spoken: `${screen.title}。`,
    progress: null,
    primary: null,
    back: null,
    leave: null,
    cart: null,
    others: [],
    notice: null,
    dialog: null,
    help: {
      label: say('帮助', 'Help'),
      open: helpOpen,
      title: say('这一步怎么办', 'Help with this step'),
      paragraphs: say(
        [
          '请把身份证平放在读卡区，有照片的一面朝上，等绿灯亮起后再拿开。',
          '现在是夜间，可拨打 0000-5550-1002 由值班人员为您解答。',
          '随时可以按“结束办理”离开。没有提交的内容不会留下。',
        ],
        [
          'Lay your ID card flat on the reader, photo side up, and take it away when the green lamp is lit.',
          'At this hour, call 0000-5550-1002 and the person on night duty will help you.',
          'You can leave at any time with “End”. Nothing that was not submitted is kept.',
        ],
      ),
      close: say('知道了', 'Got it'),
    },
    labels: {
      language: say('语言', 'Language'),
      scale: say('字号', 'Text size'),
      erase: say('删除一位', 'Erase one digit'),
      privacy: say('离开后，本机不保留您的任何信息。', 'When you leave, this machine keeps nothing about you.'),
    },
    ...screen,
  };
  return ScreenView.parse(written);
}
