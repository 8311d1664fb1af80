/** When a device in trouble is told to citizens, and when it is told that it works again. */
import { expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { DeviceId } from '#contract/ids.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import type { StatusListener } from './device-host-client.ts';
import { watchAvailability } from './watch-availability.ts';

const DEVICES = [
  // Named first, and no help to whoever needs an ID card read or a receipt printed.
  { id: 'chips', class: 'CardReader', model: 'chipcard-pcsc', address: 'pcsc:ACS' },
  { id: 'pages', class: 'Printer', model: 'a4-ipp', address: 'ipp://192.0.2.20/ipp/print' },
  { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: '/dev/ttyS1' },
  { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: '/dev/ttyS2' },
].map((device) => DeviceConfig.parse(device));

const ONLINE: DeviceStatus = { state: 'online', values: {} };
const GONE: DeviceStatus = { state: 'noDevice', values: {} };

async function watched() {
  const clock = new HandClock();
  const statuses = new Map<string, DeviceStatus>();
  let tellStatus: StatusListener = () => undefined;
  let lineIsUp = true;
  let changes = 0;
  const availability = watchAvailability({
    devices: DEVICES,
    host: Promise.resolve({
      status: (id) => statuses.get(id) ?? ONLINE,
      onStatus: (listen) => {
        tellStatus = listen;
        return () => true;
      },
    }),
    lineIsUp: () => lineIsUp,
    clock,
    log: () => undefined,
  });
  availability.onChange(() => {
    changes += 1;
  });
  await Promise.resolve();
  return {
    clock,
    availability,
    changes: () => changes,
    is: (id: string, status: DeviceStatus) => {
      statuses.set(id, status);
      const device = DEVICES.find((each) => each.id === id);
      if (device !== undefined) tellStatus(DeviceId.parse(id), device.class, status);
    },
    line: (up: boolean) => {
      lineIsUp = up;
    },
  };
}

test('a knock at the cable is told to nobody; a reader that stays away is told, and told back the moment it answers', async () => {
  const { clock, availability, is, changes } = await watched();
  is('card-reader', GONE);
  clock.forward(2_000);
  is('card-reader', ONLINE);
  clock.forward(10_000);
  expect(changes()).toBe(0);

  is('card-reader', GONE);
  clock.forward(2_000);
  // Between two tries it is unknown, then gone again: the wait goes on.
  is('card-reader', { state: 'unknown', values: {} });
  clock.forward(2_000);
  expect(availability.lack('CardReader')).toEqual({ fault: 'card.readerTrouble', reference: 'card-reader/unknown' });
  expect(availability.lack('Printer')).toBeNull();
  is('card-reader', ONLINE);
  expect(availability.lack('CardReader')).toBeNull();
  expect(changes()).toBe(2);
});

test('a printer says why: no paper, cover open, jam, silence', async () => {
  const { clock, availability, is } = await watched();
  const value = (name: string, is: string): DeviceStatus['values'] => ({
    [name]: { value: is, at: 0, source: 'polled' },
  });
  const lackOf = (status: DeviceStatus) => {
    is('receipt', status);
    clock.forward(4_000);
    return availability.lack('Printer')?.fault ?? null;
  };
  expect(lackOf({ state: 'offline', values: value('paper', 'out') })).toBe('printer.paperOut');
  expect(lackOf({ state: 'offline', values: value('cover', 'open') })).toBe('printer.coverOpen');
  expect(lackOf({ state: 'hardwareError', values: value('cutter', 'jammed') })).toBe('printer.jammed');
  expect(lackOf({ state: 'unknown', values: value('paper', 'unknown') })).toBe('printer.silent');
  expect(lackOf({ state: 'online', values: value('paper', 'nearEnd') })).toBeNull();
});

test('a printer of pages is no printer of receipts, nor the other way round', async () => {
  const { clock, availability, is } = await watched();
  expect([availability.lack('A4Printer'), availability.lack('Printer')]).toEqual([null, null]);
  // It never answered: nothing is known of its toner either.
  is('pages', GONE);
  clock.forward(4_000);
  expect(availability.lack('A4Printer')).toEqual({ fault: 'page.silent', reference: 'pages/noDevice' });
  expect(availability.lack('Printer')).toBeNull();
  is('pages', ONLINE);
  is('receipt', GONE);
  clock.forward(4_000);
  expect(availability.lack('A4Printer')).toBeNull();
  expect(availability.lack('Printer')?.fault).toBe('printer.silent');
});

test('the line is looked at now and then; a device that kiosk.yaml does not name is no device', async () => {
  const { clock, availability, line, changes } = await watched();
  line(false);
  clock.forward(5_000);
  expect(availability.lack('Line')?.fault).toBe('hub.away');
  line(true);
  clock.forward(5_000);
  expect(availability.lack('Line')).toBeNull();
  expect(changes()).toBe(2);
  const host = Promise.resolve({ status: () => ONLINE, onStatus: () => () => true });
  const bare = watchAvailability({ devices: [], host, lineIsUp: () => true, clock, log: () => undefined });
  expect(bare.lack('CardReader')?.reference).toBe('CardReader/notInKioskYaml');
  expect(bare.lack('A4Printer')).toEqual({ fault: 'page.silent', reference: 'A4Printer/notInKioskYaml' });
});
