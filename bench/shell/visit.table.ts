/** The presses of one visit, from the attract screen back to it: every screen of a service, and some changes of mind. */

export interface Press {
  /** Presses of the same kind are compared with each other. */
  readonly kind: string;
  /** Found on the button, or in its label for the ear. */
  readonly words: string;
  /** What a citizen does before it; not measured. */
  readonly before?: 'putsDownCard' | 'liftsCard' | 'typesNumber';
  /** The page answers for the citizen and then goes on, each with a view of its own. */
  readonly views?: 2;
}

export const VISIT: readonly Press[] = [
  { kind: 'language', words: 'English' },
  { kind: 'language', words: '中文' },
  { kind: 'begin', words: '点这里开始' },
  { kind: 'help', words: '帮助' },
  { kind: 'help', words: '知道了' },
  { kind: 'openService', words: '老年人优待证' },
  { kind: 'back', words: '上一步' },
  { kind: 'scale', words: '大字' },
  { kind: 'scale', words: '标准' },
  { kind: 'openService', words: '老年人优待证' },
  { kind: 'startService', words: '开始办理' },
  { kind: 'back', words: '上一步' },
  { kind: 'startService', words: '开始办理' },
  { kind: 'next', words: '下一步' },
  { kind: 'back', words: '上一步' },
  { kind: 'next', words: '下一步' },
  { kind: 'next', words: '下一步', before: 'putsDownCard' },
  { kind: 'next', words: '下一步', before: 'typesNumber', views: 2 },
  { kind: 'answer', words: '到服务点领取', before: 'liftsCard' },
  { kind: 'next', words: '下一步' },
  { kind: 'answer', words: '月桥街道便民服务中心' },
  { kind: 'next', words: '下一步' },
  { kind: 'back', words: '上一步' },
  { kind: 'next', words: '下一步' },
  { kind: 'submit', words: '提交' },
  { kind: 'next', words: '下一步' },
  { kind: 'rate', words: '非常满意' },
  { kind: 'finish', words: '完成' },
];
