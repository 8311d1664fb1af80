/** What main says of a camera that it can't see itself: only what the page told, and nothing without it. */
import { expect, test } from 'vitest';
import type { CameraFault } from '#contract/camera.ts';
import { DeviceConfig } from '#contract/config.ts';
import { manualClock } from '#flows/testing/manual-clock.ts';
import { troubleOf } from '../devices/trouble-of.ts';
import { openCameraDesk } from './camera-desk.ts';

const CAMERA = DeviceConfig.parse({ id: 'camera', class: 'Camera', model: 'camera-uvc', address: 'uvc:046d:0825' });

function open(devices: readonly DeviceConfig[] = [CAMERA]) {
  const clock = manualClock();
  const desk = openCameraDesk({ devices, clock, log: () => {} });
  const faults: CameraFault[] = [];
  desk.onFault((fault) => faults.push(fault));
  return { clock, desk, faults, trouble: () => troubleOf('Camera', desk.status()) };
}

test('the page is told which camera to look after; a kiosk without one says so', () => {
  expect(open().desk.wanted).toEqual({ name: '046d:0825' });
  expect(open([]).desk.wanted).toBeNull();
});

test('also a kiosk without one hears that a citizen wanted it', () => {
  const { desk, faults } = open([]);
  desk.report({ fault: 'camera.absent', watched: true });
  expect(faults).toEqual(['camera.absent']);
});

test('until the page has looked it may still be there; a page that never says a word leaves it unknown', () => {
  const { clock, desk, trouble } = open();
  expect([desk.status().state, trouble()]).toEqual(['starting', null]);
  clock.pass(30_000);
  expect([desk.status().state, trouble()]).toEqual(['unknown', 'camera.absent']);
  desk.report({ fault: null, watched: false });
  expect([desk.status().state, trouble()]).toEqual(['online', null]);
});

test.each([
  ['camera.absent', 'noDevice', 'camera.absent'],
  ['camera.other', 'noDevice', 'camera.other'],
  ['camera.black', 'hardwareError', 'camera.black'],
  ['camera.frozen', 'hardwareError', 'camera.frozen'],
  ['device.lost', 'offline', 'camera.absent'],
] as const)('%s is %s until the page says that all is well again', (fault, state, told) => {
  const { desk, faults, trouble } = open();
  desk.report({ fault, watched: true });
  expect([desk.status().state, trouble(), faults]).toEqual([state, told, [fault]]);
  desk.report({ fault: null, watched: true });
  expect([desk.status().state, trouble()]).toEqual(['online', null]);
});

test('whoever only looked whether it is plugged in knows nothing of its picture: the next citizen may find it well', () => {
  const { desk } = open();
  desk.report({ fault: null, watched: false });
  expect(desk.status().values['picture']).toBeUndefined();
  desk.report({ fault: 'camera.black', watched: true });
  desk.report({ fault: null, watched: false });
  expect([desk.status().values['picture'], desk.status().state]).toEqual([undefined, 'online']);
});
