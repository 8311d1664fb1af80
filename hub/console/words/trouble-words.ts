/** What is wrong with a kiosk or its release, by the names that hub, kiosk and manual share: what it is, what to do. */
import type { Language, LocalText } from '#contract/language.ts';

interface Trouble {
  readonly is: LocalText;
  readonly todo: LocalText;
}

const said = (zh: string, en: string, zhTodo: string, enTodo: string): Trouble => ({
  is: { 'zh-CN': zh, en },
  todo: { 'zh-CN': zhTodo, en: enTodo },
});

/** Why a kiosk doesn't run a release. */
const RELEASE: Readonly<Record<string, Trouble>> = {
  badSignature: said(
    '签名不符',
    'bad signature',
    '发布包被改动过，请重新签名发布。',
    'It was changed: sign and publish it again.',
  ),
  untrustedKey: said('公钥不可信', 'untrusted key', '请用大厅的密钥签名。', 'Sign it with the key of this hall.'),
  malformed: said('格式不对', 'malformed', '请重新生成并签名。', 'Build and sign it again.'),
  older: said('版本太旧', 'older', '请用更大的版本号重新发布。', 'Publish it again under a greater version.'),
  expired: said('已过有效期', 'expired', '请重新生成、签名、发布。', 'Build, sign and publish it again.'),
  incomplete: said('缺少文件', 'incomplete', '请重新发布。', 'Publish it again.'),
  wrongHash: said('文件与签名不符', 'wrong hash', '请检查线路后重新发布。', 'Look at the line, then publish it again.'),
  tooLarge: said('超过允许的大小', 'too large', '请删去不需要的文件。', 'Leave out what is not needed.'),
  gateFailed: said(
    '内容无法运行',
    'can’t be run',
    '运行 yeban flows check，改正后发布。',
    'Run yeban flows check, mend it, publish.',
  ),
  badContent: said(
    '内容无法运行',
    'can’t be run',
    '运行 yeban flows check，改正后发布。',
    'Run yeban flows check, mend it, publish.',
  ),
  wrongStation: said('没有这个站点', 'no such station', '在 stations 下补上该站点。', 'Add its file below stations.'),
  unknownStation: said('没有这个站点', 'no such station', '在 stations 下补上该站点。', 'Add its file below stations.'),
  noSealingKey: said('没有封存公钥', 'no sealing key', '生成时加上 --sealing-key。', 'Build it with --sealing-key.'),
  noTrustRoot: said('还没有信任的公钥', 'no key to trust', '发布第一个发布包。', 'Publish a first release.'),
  noRoom: said(
    '磁盘已满',
    'no room on its disk',
    '请运维人员清理自助机的磁盘。',
    'A technician has to make room on the kiosk’s disk.',
  ),
  notFound: said('还没有发布包', 'no release yet', '发布第一个发布包。', 'Publish a first release.'),
};

/** What the hub noticed about a kiosk. */
const KIOSK: Readonly<Record<string, Trouble>> = {
  placeTaken: said(
    '磁盘被复制或回滚',
    'disk copied or rolled back',
    '停用其中一台，清空后重新登记。办件没有丢失。',
    'Stop one of the two, empty it, enrol it anew. No case was lost.',
  ),
  chainBroken: said(
    '记录链断开',
    'chain of records broken',
    '检查磁盘是否被复制或回滚。',
    'Was its disk copied or rolled back?',
  ),
  recordIdReused: said(
    '记录编号重复',
    'record id used twice',
    '检查磁盘是否被复制或回滚。',
    'Was its disk copied or rolled back?',
  ),
  caseNumberReused: said(
    '办件编号重复',
    'case number given twice',
    '有一件办件被隔离保存，请联系技术人员。',
    'One case is kept aside: call a technician.',
  ),
  keyReused: said(
    '密钥用于另一台',
    'key used by another kiosk',
    '另一台是复制的磁盘，请清空后重新登记。',
    'The other is a copied disk: empty it and enrol it anew.',
  ),
  keyOfOtherKiosk: said(
    '密钥用于另一台',
    'key used for another kiosk',
    '注销后重新登记。',
    'Revoke it and enrol it anew.',
  ),
  replacedKeyUsed: said(
    '旧密钥仍在使用',
    'earlier key still in use',
    '有另一台机器用着这台的旧磁盘，请找到它。',
    'Another machine runs on an earlier disk of this one: find it.',
  ),
  tooManyPeople: said(
    '一小时内查询人数异常',
    'asked about too many people',
    '请到现场查看：如果这台已不在原处，请立即注销。一小时后可再次查询。',
    'Go and look: if it is not where it should be, revoke it at once. It may ask again after an hour.',
  ),
  hashMismatch: said(
    '记录被改动',
    'row changed on its way',
    '记录已隔离，请联系技术人员。',
    'The row is kept aside: call a technician.',
  ),
  unknownKey: said(
    '封存给别的平台',
    'sealed for another hub',
    '检查发布包里的封存公钥。',
    'Look at the sealing key of its release.',
  ),
  notOpened: said(
    '无法打开',
    'can’t be opened',
    '记录已隔离，请联系技术人员。',
    'The row is kept aside: call a technician.',
  ),
  newerKind: said(
    '来自新版自助机的记录',
    'record of a newer kiosk',
    '请更新汇聚平台，更新后自动读取。记录没有丢失。',
    'Update the hub, which then reads it by itself. Nothing was lost.',
  ),
  badBody: said(
    '内容不对',
    'not what it should be',
    '记录已隔离，没有丢失。自助机比汇聚平台新时，请更新平台；否则联系技术人员。',
    'The row is kept aside. If the kiosk is newer than the hub, update the hub; else call a technician.',
  ),
  malformed: said(
    '格式不对',
    'malformed row',
    '记录已隔离，没有丢失。自助机比汇聚平台新时，请更新平台；否则联系技术人员。',
    'The row is kept aside. If the kiosk is newer than the hub, update the hub; else call a technician.',
  ),
};

export interface TroubleWords {
  readonly is: string;
  readonly todo: string;
}

/** A name that is not listed stands for itself: a kiosk may be newer than this page. */
export function refusalWords(name: string, language: Language): TroubleWords {
  return wordsFor(RELEASE[name], name, language);
}

export function troubleWords(name: string, language: Language): TroubleWords {
  return wordsFor(KIOSK[name], name, language);
}

function wordsFor(trouble: Trouble | undefined, name: string, language: Language): TroubleWords {
  return { is: trouble?.is[language] ?? name, todo: trouble?.todo[language] ?? '' };
}
