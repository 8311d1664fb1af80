/** Why a technician's request is not done, in words with what to do; the codes travel, the words stay on both sides. */
import { z } from 'zod';
import type { LocalText } from '../language.ts';

export const REFUSALS = {
  'technician.busy': {
    'zh-CN': '有群众正在办理，请等他办完再打开。',
    en: 'A citizen is being served: wait until they are done.',
  },
  'technician.starting': {
    'zh-CN': '自助机还在启动，请等几秒再试。',
    en: 'The kiosk is still starting: try again in some seconds.',
  },
  'technician.noKey': {
    'zh-CN': '本机还没有维护密钥。请安装人员运行 yeban technician key。',
    en: "This kiosk has no technician's key yet: whoever installs it runs yeban technician key.",
  },
  'technician.wrongAnswer': {
    'zh-CN': '应答码不对。请核对本机名称和挑战码，再试一次。',
    en: "The answer is wrong. Compare the kiosk's name and the challenge, then try again.",
  },
  'technician.noChallenge': {
    'zh-CN': '挑战码已过期或已用过。请要一个新的。',
    en: 'The challenge is used up or too old: ask for a new one.',
  },
  'technician.wait': {
    'zh-CN': '答错次数太多，请等倒计时结束再试。',
    en: 'Too many wrong answers: wait until the countdown ends.',
  },
  'technician.locked': {
    'zh-CN': '面板已锁定。请重新解锁。',
    en: 'The panel is locked: unlock it again.',
  },
  'technician.notHere': {
    'zh-CN': '这个操作不能在屏幕上做，请用命令行。',
    en: "This can't be done on the screen: use the command line.",
  },
  'control.notAllowed': {
    'zh-CN': '您的密钥只能查看。请向值班电话要维修密钥的应答码。',
    en: "Your key only lets you look. Ask the telephone duty for an answer by a technician's key.",
  },
  'control.internal': {
    'zh-CN': '没有做成。原因在本机日志里。',
    en: "It could not be done; the kiosk's log has the reason.",
  },
  'audit.notKept': {
    'zh-CN': '操作记录写不进磁盘，因此没有执行。请检查磁盘空间。',
    en: "The audit could not be written, so nothing was done. Look at the disk's space.",
  },
  'device.busy': {
    'zh-CN': '有群众正在使用设备，请稍后再试。',
    en: 'A citizen is using the devices: try again later.',
  },
  'supply.unknown': {
    'zh-CN': '本机没有这种耗材。',
    en: 'This kiosk has no such supply.',
  },
  'bundle.noDrive': {
    'zh-CN': '没有找到可写入的 U 盘。请插好 U 盘，等几秒再试。',
    en: 'No USB drive that can be written was found. Plug one in, wait some seconds, try again.',
  },
  'bundle.noFolder': {
    'zh-CN': '没有这个文件夹。请先插好 U 盘，或写明另一个文件夹。',
    en: 'There is no such folder: plug the drive in, or name another one.',
  },
  'bundle.notADrive': {
    'zh-CN': '这个文件夹不在 U 盘上。请从列表中选择。',
    en: 'This folder is not on a removable drive: choose one of the list.',
  },
  'bundle.full': {
    'zh-CN': 'U 盘空间不够。请清出空间或换一个 U 盘；写了一半的文件已删除。',
    en: 'The drive is full. Make room or take another one; what was half written is gone.',
  },
  'bundle.readOnly': {
    'zh-CN': 'U 盘写保护。请拨开写保护开关或换一个 U 盘。',
    en: 'The drive is write-protected. Move its switch or take another one.',
  },
  'bundle.forbidden': {
    'zh-CN': '自助机的用户无权写入这个文件夹。请换一个 U 盘，或请管理员更改权限。',
    en: "The kiosk's user may not write there. Take another drive, or have the permission changed.",
  },
  'bundle.gone': {
    'zh-CN': 'U 盘在写入时被拔出或出错。请重新插好，再导出一次。',
    en: 'The drive was pulled out or failed meanwhile. Plug it in again and write once more.',
  },
} as const satisfies Record<string, LocalText>;

export type RefusalCode = keyof typeof REFUSALS;
export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);
