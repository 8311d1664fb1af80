/** Where a device of a class sits on the front of the commonest cabinet; kiosk.yaml says otherwise with `spot`. */
import type { DeviceClass } from '../devices/classes.ts';
import type { LocalText } from '../language.ts';
import type { CabinetSpot } from './cabinet.ts';

export const SCREEN_SPOT: CabinetSpot = { x: 15, y: 6, width: 70, height: 44 };

/** The first device of a class takes the first of its places; a model may have places of its own. */
export const DEVICE_SPOTS: Readonly<Record<DeviceClass, readonly CabinetSpot[]>> = {
  CardReader: [
    { x: 10, y: 54, width: 24, height: 9 },
    { x: 10, y: 65, width: 24, height: 7 },
  ],
  BarcodeReader: [{ x: 40, y: 54, width: 20, height: 9 }],
  Printer: [
    { x: 66, y: 54, width: 24, height: 9 },
    { x: 40, y: 78, width: 50, height: 12 },
  ],
  CashAcceptor: [
    { x: 40, y: 66, width: 20, height: 8 },
    { x: 66, y: 66, width: 24, height: 8 },
  ],
  // Above the screen's right edge, on its arm.
  Camera: [{ x: 87, y: 6, width: 11, height: 8 }],
  Lights: [{ x: 10, y: 76, width: 11, height: 7 }],
  Auxiliaries: [
    { x: 23, y: 76, width: 11, height: 7 },
    { x: 10, y: 85, width: 11, height: 7 },
  ],
};

/** Where whatever found no place of its class is drawn: one beside the other at the foot. */
export const FOOT_SPOT: CabinetSpot = { x: 4, y: 93, width: 12, height: 6 };

export const CLASS_NAMES: Readonly<Record<DeviceClass, LocalText>> = {
  CardReader: { 'zh-CN': '读卡器', en: 'Card reader' },
  BarcodeReader: { 'zh-CN': '扫码器', en: 'Barcode reader' },
  Printer: { 'zh-CN': '打印机', en: 'Printer' },
  CashAcceptor: { 'zh-CN': '收币器', en: 'Cash acceptor' },
  Camera: { 'zh-CN': '高拍仪', en: 'Document camera' },
  Lights: { 'zh-CN': '指示灯', en: 'Guide lights' },
  Auxiliaries: { 'zh-CN': '传感器与电源', en: 'Sensors and power' },
};

/** What a technician calls a model, where its class has more than one kind of device. */
export const MODEL_NAMES: Readonly<Partial<Record<string, LocalText>>> = {
  'idcard-sdt': { 'zh-CN': '身份证读卡器', en: 'ID card reader' },
  'idcard-sdt-hid': { 'zh-CN': '身份证读卡器', en: 'ID card reader' },
  'chipcard-pcsc': { 'zh-CN': '芯片卡读卡器', en: 'Chip card reader' },
  'receipt-escpos': { 'zh-CN': '凭条打印机', en: 'Receipt printer' },
  'a4-ipp': { 'zh-CN': 'A4 打印机', en: 'A4 printer' },
  'notes-ccnet': { 'zh-CN': '纸币器', en: 'Note acceptor' },
  'notes-id003': { 'zh-CN': '纸币器', en: 'Note acceptor' },
  'notes-ssp': { 'zh-CN': '纸币器', en: 'Note acceptor' },
  'coins-cctalk': { 'zh-CN': '硬币器', en: 'Coin acceptor' },
  'io-modbus': { 'zh-CN': '柜门与感应', en: 'Door and presence' },
  'ups-megatec': { 'zh-CN': '备用电源', en: 'Power supply' },
};
