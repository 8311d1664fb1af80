/** Whatever somebody prints into a code, both scanners hand it on as data, byte for byte, or as damage; it never becomes anything else. */
import { expect, test } from 'vitest';
import { Scan } from '#contract/devices/barcode-reader.ts';
import { simulatedHidScanner } from '#fixtures/simulators/scanner-hidpos/model.ts';
import { simulatedScanner } from '#fixtures/simulators/scanner-serial/model.ts';
import { setStage } from '../conformance/stage.ts';
import type { Subject } from '../conformance/subject.ts';
import { scannerHidpos } from '../scanner-hidpos/driver.ts';
import { scannerSerial } from '../scanner-serial/driver.ts';

const SERIAL = { baudRate: 9600, prefix: '', suffix: '\u0003', aimIds: true, quietMs: 100 } as const;
const SCANNERS: Readonly<Record<string, Subject>> = {
  serial: {
    model: 'scanner-serial',
    open: (from) => scannerSerial.open({ ...from, place: { path: '/wire' }, settings: SERIAL }),
    device: simulatedScanner,
    settings: { suffix: '\u0003', aimIds: true },
    commands: [],
  },
  HID: {
    model: 'scanner-hidpos',
    open: (from) => scannerHidpos.open({ ...from, place: { path: '/dev/hidraw0' }, settings: { quietMs: 500 } }),
    device: simulatedHidScanner,
    settings: { maker: 'honeywell' },
    commands: [],
    wholeReports: true,
  },
};

/** Shows it half a second after the citizen was asked for it. */
async function shown(scanner: string, bytes: Uint8Array, aimId = ']Q1') {
  const stage = setStage(SCANNERS[scanner] as Subject, () => (wire) => wire);
  const hex = Buffer.from(bytes).toString('hex');
  stage.clock.after(500, () => void stage.device.order({ do: 'show', code: { aimId, hex } }));
  const ended = await stage.perform('read', {}, 30_000);
  await stage.close();
  if (ended === 'late') throw new Error('it never ended');
  return ended;
}

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const NASTY = {
  '8 kB': latin('x'.repeat(8_192)),
  'keys of a terminal: escape, Ctrl+C but for the suffix, backspace, return': latin('a\u001b[2Jb\u0004\u0008\r\nc'),
  'a URL': latin('https://example.invalid/?next=javascript:alert(1)#%00'),
  'a URL that opens something': latin('file:///etc/passwd'),
  markup: latin('<img src=x onerror=alert(1)>'),
  'a rule and a query': latin("'; DROP TABLE record; -- ${card.name} {{name}}"),
  'NULs inside': latin('a\0b\0\0c'),
  'an AIM id inside': latin(']C1]Q1'),
};

test.each(Object.keys(SCANNERS).flatMap((scanner) => Object.keys(NASTY).map((what) => [scanner, what] as const)))(
  '%s: %s is data',
  async (scanner, what) => {
    const bytes = NASTY[what as keyof typeof NASTY];
    const ended = await shown(scanner, bytes);
    if (!ended.ok) throw new Error(JSON.stringify(ended.fault));
    const { bytes: base64, text, symbology } = Scan.parse(ended.value);
    expect(Buffer.from(base64, 'base64')).toEqual(Buffer.from(bytes));
    expect(text).toBe(Buffer.from(bytes).toString('latin1'));
    expect(symbology).toBe('qr');
  },
);

test.each(Object.keys(SCANNERS))('%s: NULs at the ends are bytes and no text', async (scanner) => {
  const ended = await shown(scanner, latin('\0\0WS-1\0'));
  expect(ended).toMatchObject({
    ok: true,
    value: { text: 'WS-1', bytes: Buffer.from('\0\0WS-1\0').toString('base64') },
  });
});

test.each(Object.keys(SCANNERS))('%s: more than 8 kB is no code, and nothing of it is handed on', async (scanner) => {
  expect(await shown(scanner, latin('x'.repeat(9_000)))).toMatchObject({ ok: false });
});

test.each(Object.keys(SCANNERS))('%s: an AIM id that names no family is told as it came', async (scanner) => {
  expect(await shown(scanner, latin('WS-1'), ']y9')).toMatchObject({
    ok: true,
    value: { symbology: 'other', aimId: ']y9', text: 'WS-1' },
  });
});

test('serial: what is no AIM id, where the scanner was set to send them, is damage', async () => {
  expect(await shown('serial', latin('WS-1'), 'Q1]')).toMatchObject({ ok: false, fault: { code: 'scan.unreadable' } });
});
