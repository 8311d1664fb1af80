/** The words of the page of kiosks. */
import type { Language } from '#contract/language.ts';

export interface KioskWords {
  readonly title: string;
  readonly cases: string;
  /** To this page, from the notice that something is wrong. */
  readonly look: string;
  readonly station: string;
  readonly stationHint: string;
  readonly newCode: string;
  readonly noStation: string;
  readonly codeFor: (station: string) => string;
  readonly codeUntil: (time: string) => string;
  readonly codeUse: string;
  readonly none: string;
  readonly columns: Readonly<
    Record<'kiosk' | 'station' | 'state' | 'enrolled' | 'seen' | 'release' | 'alarms' | 'action', string>
  >;
  readonly enrolled: string;
  readonly refused: string;
  readonly setAside: (rows: number) => string;
  readonly revoked: (time: string) => string;
  readonly revoke: string;
  readonly really: string;
  readonly keep: string;
  readonly failed: string;
}

export const KIOSK_WORDS: Readonly<Record<Language, KioskWords>> = {
  'zh-CN': {
    title: '自助机',
    cases: '办件',
    look: '查看是哪一台',
    station: '站点',
    stationHint: '与自助机 kiosk.yaml 里的 station 相同，例如 micro-centre-1',
    newCode: '生成登记码',
    noStation: '站点由小写字母、数字和连字符组成，例如 micro-centre-1。',
    codeFor: (station) => `${station} 的登记码`,
    codeUntil: (time) => `只能使用一次，${time} 前有效。`,
    codeUse: '把它写进自助机的 kiosk.yaml：hub 下的 enrolment，然后启动自助机。',
    none: '还没有登记过的自助机。先生成登记码，再写进自助机的 kiosk.yaml。',
    columns: {
      kiosk: '自助机',
      station: '站点',
      state: '状态',
      enrolled: '登记时间',
      seen: '最近联系',
      release: '发布版本',
      alarms: '问题',
      action: '操作',
    },
    enrolled: '已登记',
    refused: '不用新版：',
    setAside: (rows) => `${rows} 条记录被隔离`,
    revoked: (time) => `已于 ${time} 注销`,
    revoke: '注销',
    really: '确认注销：不再接收它的任何数据',
    keep: '保留',
    failed: '没有成功，请再试一次。',
  },
  en: {
    title: 'Kiosks',
    cases: 'Cases',
    look: 'See which kiosk',
    station: 'Station',
    stationHint: 'The same as station in the kiosk.yaml of the kiosk, for example micro-centre-1',
    newCode: 'Make a code',
    noStation: 'A station is lower-case letters, digits and hyphens, for example micro-centre-1.',
    codeFor: (station) => `Code for ${station}`,
    codeUntil: (time) => `Good once, until ${time}.`,
    codeUse: 'Write it into the kiosk.yaml of the kiosk: enrolment below hub. Then start the kiosk.',
    none: 'No kiosk has enrolled yet. Make a code first, then write it into the kiosk.yaml of the kiosk.',
    columns: {
      kiosk: 'Kiosk',
      station: 'Station',
      state: 'State',
      enrolled: 'Enrolled',
      seen: 'Last heard',
      release: 'Release',
      alarms: 'Troubles',
      action: 'Action',
    },
    enrolled: 'Enrolled',
    refused: 'Does not take up: ',
    setAside: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'} laid aside`,
    revoked: (time) => `Revoked ${time}`,
    revoke: 'Revoke',
    really: 'Really revoke: take nothing from it any more',
    keep: 'Keep',
    failed: 'That did not work. Try again.',
  },
};
