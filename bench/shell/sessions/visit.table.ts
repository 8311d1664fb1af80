/** The shortest way through a service to a case, a receipt and a goodbye: what a session of the measurement is. */

/** Belongs to nobody. */
export const PHONE_NUMBER = '13800000001';

export interface RobotPress {
  /** Found on the button, or in its label for the ear. */
  readonly words: string;
  /** Another view follows; false for keys, which stay within the page, and for the press after which the page goes. */
  readonly leads: boolean;
  /** What the hand does in the hall after it. */
  readonly then?: 'putsDownCard' | 'liftsCard';
}

export const FIRST_WORDS = '点这里开始';

const leads = (words: string): RobotPress => ({ words, leads: true });

export const SESSION: readonly RobotPress[] = [
  leads(FIRST_WORDS),
  leads('老年人优待证'),
  leads('开始办理'),
  { ...leads('下一步'), then: 'putsDownCard' },
  // After the reading: the card is not needed any more.
  { ...leads('下一步'), then: 'liftsCard' },
  ...Array.from(PHONE_NUMBER, (digit) => ({ words: digit, leads: false })),
  leads('下一步'),
  leads('到服务点领取'),
  leads('下一步'),
  leads('月桥街道便民服务中心'),
  leads('下一步'),
  leads('提交'),
  leads('下一步'),
  leads('非常满意'),
  { words: '完成', leads: false },
];
