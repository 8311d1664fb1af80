/** What kiosk.yaml may say: a hub without encryption only on this machine, and no device twice. */
import { expect, test } from 'vitest';
import { KioskConfig } from './config.ts';

const accepts = (url: string): boolean =>
  KioskConfig.safeParse({ station: 'micro-centre-1', store: './state', hub: { url } }).success;

test.each(['https://hub.wangshu.example', 'http://127.0.0.1:8700', 'http://localhost/', 'http://[::1]:80/v1'])(
  '%s is fine',
  (url) => {
    expect(accepts(url)).toBe(true);
  },
);

test.each([
  'http://hub.wangshu.example',
  'http://localhost.wangshu.example',
  'http://localhost:moon@hub.wangshu.example/',
  'http://127.0.0.1@hub.wangshu.example/',
  'ftp://localhost/',
  'hub',
])('%s is not', (url) => {
  expect(accepts(url)).toBe(false);
});

test('two devices with one identity are one device written twice; another serial number is another', () => {
  const mistakes = (...serials: readonly string[]): readonly string[] => {
    const devices = serials.map((serialNumber, index) => ({
      id: `scanner-${index + 1}`,
      class: 'BarcodeReader',
      model: 'scanner-hidpos',
      usb: { vendorId: '0c2e', productId: '0b6a', serialNumber },
    }));
    const hub = { url: 'https://hub.wangshu.example' };
    const parsed = KioskConfig.safeParse({ station: 'micro-centre-1', store: './state', hub, devices });
    return parsed.error?.issues.map(({ message }) => message) ?? [];
  };
  expect(mistakes('S1', 'S2')).toEqual([]);
  expect(mistakes('S1', 'S1')).toEqual(['the same usb "usb 0c2e:0b6a S1" as device 1']);
});

test.each([
  ['CardReader', 'chipcard-pcsc', 'pcsc:ACS ACR38U', null],
  ['CardReader', 'chipcard-pcsc', 'ipp://192.0.2.20', 'chipcard-pcsc has an address like pcsc:…'],
  ['Printer', 'a4-ipp', 'ipp://192.0.2.20', null],
  ['Camera', 'camera-uvc', 'uvc:Document Camera', null],
  ['Printer', 'a4-ipp', 'tcp://192.0.2.20:9100', 'a4-ipp has an address like ipp://…'],
  ['Printer', 'receipt-escpos', 'pcsc:ACS', 'receipt-escpos has an address like tcp://…'],
])('a %s %s at %s', (deviceClass, model, address, mistake) => {
  const devices = [{ id: 'it', class: deviceClass, model, address }];
  const hub = { url: 'https://hub.wangshu.example' };
  const parsed = KioskConfig.safeParse({ station: 'micro-centre-1', store: './state', hub, devices });
  expect(parsed.error?.issues.map(({ message }) => message) ?? []).toEqual(mistake === null ? [] : [mistake]);
});
