/** Which devices of kiosk.yaml may have one path: units of one Modbus line, and nobody else. */
import { expect, test } from 'vitest';
import { KioskConfig } from './config.ts';

const lights = (settings: object) => ({
  id: 'lights',
  class: 'Lights',
  model: 'lights-modbus',
  path: '/dev/line',
  settings: { lights: { cardReader: { coil: 0 } }, ...settings },
});
const contacts = (settings: object) => ({
  id: 'contacts',
  class: 'Auxiliaries',
  model: 'io-modbus',
  path: '/dev/line',
  settings: { door: { address: 0 }, ...settings },
});
const reader = { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: '/dev/line' };

const mistakes = (...devices: readonly object[]): readonly string[] => {
  const parsed = KioskConfig.safeParse({
    station: 'micro-centre-1',
    store: './state',
    hub: { url: 'https://hub.wangshu.example' },
    devices,
  });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('two units on one line are fine', () => {
  expect(mistakes(lights({ unit: 1 }), contacts({ unit: 2 }))).toEqual([]);
  expect(mistakes(lights({ unit: 1, parity: 'even' }), contacts({ unit: 2, parity: 'even' }))).toEqual([]);
});

test('each needs a unit of its own, also when nobody wrote one', () => {
  const same = 'devices.1.settings: the same unit 1 as device 1 on the same line';
  expect(mistakes(lights({}), contacts({}))).toEqual([same]);
  expect(mistakes(lights({ unit: 7 }), contacts({ unit: 7 }))).toEqual([same.replace('unit 1', 'unit 7')]);
});

test('a line has one speed and one parity', () => {
  expect(mistakes(lights({ unit: 1, baudRate: 19200 }), contacts({ unit: 2 }))).toEqual([
    'devices.1.settings: device 1 runs this line at 19200 baud, parity none: a line has one speed',
  ]);
});

test('a third is compared with all before it', () => {
  const third = { ...contacts({ unit: 2 }), id: 'more-contacts' };
  expect(mistakes(lights({ unit: 1 }), contacts({ unit: 2 }), third)).toEqual([
    'devices.2.settings: the same unit 2 as device 2 on the same line',
  ]);
});

test('nobody else shares a path', () => {
  const taken = 'devices.1.path: the same path "/dev/line" as device 1';
  expect(mistakes(reader, lights({}))).toEqual([taken]);
  expect(mistakes(lights({}), reader)).toEqual([taken]);
  expect(mistakes(reader, { ...reader, id: 'other' })).toEqual([taken]);
});

test('a light board without lights and a board without contacts are mistakes', () => {
  expect(mistakes({ ...lights({}), settings: { lights: {} } })[0]).toContain('name at least one light');
  expect(mistakes({ ...contacts({}), settings: {} })[0]).toContain('name door, presence or both');
});
