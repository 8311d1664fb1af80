/** What a technician tries at a device besides its internal self-test: a command that needs a hand, and what to look at. */
import type { Json } from '../json.ts';
import type { LocalText } from '../language.ts';
import type { DeviceClass } from './classes.ts';
import { MODELS } from './models.ts';
import type { Receipt } from './printer.ts';
import { TEST_PAGE_PDF } from './test-page.ts';

type Settings = Readonly<Record<string, unknown>>;

export interface ExternalTest {
  readonly command: string;
  /** By the device's settings; null: as this kiosk is set up there is nothing to try. */
  readonly payload: (settings: Settings) => Json | null;
  /** What a hand has to do meanwhile; null: nothing. */
  readonly doing: LocalText | null;
  /** The interactive part: only eyes can answer it. */
  readonly look: LocalText;
}

const TEST_RECEIPT = {
  blocks: [
    { kind: 'title', text: '测试页 Test page' },
    { kind: 'rule' },
    { kind: 'pair', label: '左 Left', value: '右 Right' },
    { kind: 'text', align: 'left', text: '粗细、居中、裁切都应清楚完整。Everything should be clear, centred and cut.' },
    { kind: 'qr', data: 'YEBAN-TEST' },
  ],
} satisfies Receipt;

/**
 * By class; a model takes those whose command it has. Money moves only within a case, so cash devices have none. A command
 * line without a running kiosk lets go of a device after each command, and lights go dark then: nobody could judge them.
 */
export const EXTERNAL_TESTS: { readonly [C in DeviceClass]: readonly ExternalTest[] } = {
  CardReader: [
    {
      command: 'read',
      payload: () => ({}),
      doing: { 'zh-CN': '请放上您自己的证件。', en: 'Lay down a card of your own.' },
      look: { 'zh-CN': '读卡灯亮过吗？', en: "Did the reader's light come on?" },
    },
    {
      command: 'readChip',
      payload: chipToTry,
      doing: {
        'zh-CN': '请插入或放上您自己的芯片卡，要本机能读的那种。',
        en: 'Insert or lay down a chip card of your own, of a kind that this kiosk reads.',
      },
      look: {
        'zh-CN': '读卡灯亮过吗？卡能顺利取回吗？',
        en: "Did the reader's light come on? Does the card come out easily?",
      },
    },
  ],
  BarcodeReader: [
    {
      command: 'read',
      payload: () => ({}),
      doing: {
        'zh-CN': '请扫一个二维码，例如测试页上的。',
        en: 'Show it a QR code, for example the one on a test page.',
      },
      look: { 'zh-CN': '扫码灯亮过吗，响过吗？', en: 'Did its light come on, did it beep?' },
    },
  ],
  Printer: [
    {
      command: 'print',
      payload: () => TEST_RECEIPT,
      doing: null,
      look: { 'zh-CN': '测试页完整、清楚吗？切断了吗？', en: 'Is the test page whole and clear? Is it cut?' },
    },
    {
      command: 'printDocument',
      payload: () => ({ pdf: TEST_PAGE_PDF, copies: 1, duplex: false }),
      doing: null,
      look: {
        'zh-CN': '边框四边都是10毫米、标尺长100毫米、灰阶均匀吗？',
        en: 'Is the frame 10 mm from every edge, the ruler 100 mm long, are the grey steps even?',
      },
    },
  ],
  CashAcceptor: [],
  Camera: [],
  Lights: [],
  Auxiliaries: [],
};

/** What the external tests are called, by their command. */
export const TEST_NAMES: Readonly<Partial<Record<string, LocalText>>> = {
  print: { 'zh-CN': '打印测试页', en: 'Print a test page' },
  printDocument: { 'zh-CN': '打印 A4 测试页', en: 'Print an A4 test page' },
  read: { 'zh-CN': '试读', en: 'Try to read' },
  readChip: { 'zh-CN': '试读芯片卡', en: 'Try to read a chip card' },
};

/** The first kind of card of this hall that the reader would take; the one that comes with the program only where allowed. */
function chipToTry(settings: Settings): Json | null {
  const { recipes, allowUnverified } = MODELS.CardReader['chipcard-pcsc'].settings.parse(settings);
  const ofHall = Object.entries(recipes).find(([, { verified }]) => verified || allowUnverified)?.[0];
  if (ofHall !== undefined) return { recipe: ofHall };
  return allowUnverified ? { recipe: 'social-security' } : null;
}
