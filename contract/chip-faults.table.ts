/** The faults of chip cards, which are pushed in and not laid down. Part of the one table of faults. */
import type { FaultEntry } from './faults.table.ts';

export const CHIP_FAULTS = {
  'chip.absent': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '没有检测到卡', en: 'No card was found' },
    nextStep: {
      'zh-CN': '请把卡芯片朝上、朝前插到底，再按“重试”。',
      en: 'Please push the card in as far as it goes, chip up and first, then press “Try again”.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'chip.pulled': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '卡拔出得太早', en: 'The card was pulled out too early' },
    nextStep: {
      'zh-CN': '请重新插好卡，再按“重试”，读完前不要拔出。',
      en: 'Please push the card in again, press “Try again”, and leave it until it has been read.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'chip.unreadable': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这张卡读不出来', en: 'This card could not be read' },
    nextStep: {
      'zh-CN': '请看芯片是否朝上、朝前，擦一擦芯片，再按“重试”。还是读不出，可在白天到窗口办理。',
      en: 'Please look whether the chip is up and first, wipe it, and press “Try again”. If it still fails, a counter can help you in the daytime.',
    },
    technician: {
      'zh-CN': '若多张卡都读不出：清洁卡座触点；同一种卡都读不出时核对读卡配方。',
      en: 'If many cards fail: clean the contacts. If all of one kind fail: compare its recipe.',
    },
  },
  'chip.otherCard': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这不是需要的卡', en: 'This is not the card that is needed' },
    nextStep: {
      'zh-CN': '请换成屏幕上说的那种卡，再按“重试”。',
      en: 'Please use the kind of card that the screen names, then press “Try again”.',
    },
    technician: {
      'zh-CN': '若正确的卡也被拒绝：核对读卡配方里的应用标识。',
      en: "If the right cards are refused: compare the application's identifier in the recipe.",
    },
  },
  'chip.readerTrouble': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '插卡读卡器没有回应', en: 'The chip card reader does not answer' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”；也可以离开，您还没有提交任何内容。',
      en: 'Please wait a moment and press “Try again”, or leave: nothing has been submitted yet.',
    },
    technician: {
      'zh-CN': '检查读卡器的线；运行 systemctl status pcscd，看该服务是否在运行、是否认得这台读卡器。',
      en: "Check the reader's cable; run systemctl status pcscd: does that service run, and does it know this reader?",
    },
  },
} as const satisfies Record<string, FaultEntry>;
