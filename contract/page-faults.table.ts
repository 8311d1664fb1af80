/** The faults of A4 printers, which have a tray and toner where a receipt printer has a roll. Part of the one table of faults. */
import type { FaultEntry } from './faults.table.ts';

const later = {
  'zh-CN': '请稍后再试，或到附近的服务点打印。',
  en: 'Please try later, or print it at a service point nearby.',
} as const;

export const PAGE_FAULTS = {
  'page.paperOut': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '打印机没有A4纸了', en: 'The printer is out of A4 paper' },
    nextStep: later,
    technician: {
      'zh-CN': '在纸盒里加A4纸，推到底，打印测试页。',
      en: 'Put A4 paper into the tray, push it in, print a test page.',
    },
  },
  'page.tonerOut': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机没有墨粉了', en: 'The printer has run out of toner' },
    nextStep: later,
    technician: { 'zh-CN': '更换墨粉盒，打印测试页。', en: 'Change the toner cartridge, print a test page.' },
  },
  'page.coverOpen': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机的盖子没有合上', en: "The printer's cover is open" },
    nextStep: later,
    technician: { 'zh-CN': '合上打印机的盖子和后门。', en: "Close the printer's cover and its rear door." },
  },
  'page.jammed': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机卡纸了', en: 'The printer is jammed' },
    nextStep: later,
    technician: {
      'zh-CN': '打开盖子取出卡住的纸，带走没取的文件，合上后打印测试页。',
      en: 'Open it, take out the paper and whatever was left behind, close it, print a test page.',
    },
  },
  'page.notReady': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '打印机还没有准备好', en: 'The printer is not ready' },
    nextStep: { 'zh-CN': '请稍等再按“重试”。', en: 'Please wait a moment, then press “Try again”.' },
    technician: {
      'zh-CN': '若持续：看打印机面板上的提示，它是否已暂停、脱机或不收任务。',
      en: 'If it stays so: look at its panel: is it paused, off line, or does it take no jobs?',
    },
  },
  'page.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': 'A4打印机没有回应', en: 'The A4 printer does not answer' },
    nextStep: later,
    technician: {
      'zh-CN': '检查打印机电源和网线，核对 kiosk.yaml 里的 ipp:// 地址，然后运行自检。',
      en: "Check the printer's power and network cable and the ipp:// address in kiosk.yaml, then run its self-test.",
    },
  },
  'page.refused': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机不能打印这份文件', en: 'The printer cannot print this document' },
    nextStep: later,
    technician: {
      'zh-CN': '看线路记录里打印机的状态码：它须支持 PDF 和 IPP Everywhere，地址里的路径须正确。',
      en: "Look at the printer's status in the trace: it must take PDF and IPP Everywhere, and the path in its address must be right.",
    },
  },
  'page.signMissing': {
    clearedBy: 'technician',
    citizen: {
      'zh-CN': '文件里有这台机器打不出的字',
      en: 'The document has a character that this machine cannot print',
    },
    nextStep: {
      'zh-CN': '请在白天到窗口打印，工作人员会帮您。缺字的文件不能打印。',
      en: 'Please have it printed at a counter in the daytime. A document is not printed with a character missing.',
    },
    technician: {
      'zh-CN': '安装 unifont 软件包，或在 kiosk.yaml 的 rareSigns 写上点阵字库的位置。仍缺字的，请窗口打印。',
      en: 'Install the package unifont, or set rareSigns in kiosk.yaml to a bitmap font. What is still missing is printed at a counter.',
    },
  },
  'page.notMade': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '文件没有做好，还没有打印', en: 'The document could not be made, and nothing was printed' },
    nextStep: later,
    technician: {
      'zh-CN': '若多份文件都这样：看日志里的 paper.ended，检查内存，重新安装程序。',
      en: 'If it happens with many documents: look at paper.ended in the log, check the memory, install the program again.',
    },
  },
} as const satisfies Record<string, FaultEntry>;
