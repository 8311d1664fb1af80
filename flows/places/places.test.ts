/** Which place is named: one that can do it, open now before nearer, and never closed on a holiday by mistake. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ServiceId, StationId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import type { Station } from '../language/station.ts';
import { directionTo, metresBetween } from './distance.ts';
import { findPlaces } from './find-places.ts';
import { isAlwaysOpen, isOpenAt } from './open-now.ts';

let content: Content;
let here: Station;
beforeAll(async () => {
  content = await fewContent();
  const found = content.stations.get(StationId.parse('micro-centre-1'));
  if (found === undefined) throw new Error('no station');
  here = found;
});

const NIGHT = { day: '2026-11-20', time: '23:00' };

test('a degree of latitude is about 111 km, and north is north', () => {
  const [from, to] = [
    { latitude: 30, longitude: 104 },
    { latitude: 31, longitude: 104 },
  ];
  expect(Math.round(metresBetween(from, to) / 1000)).toBe(111);
  expect(directionTo(from, to)).toBe('north');
  expect(directionTo(to, from)).toBe('south');
  expect(directionTo(from, { latitude: 30, longitude: 103 })).toBe('west');
});

test('open places come first, then the nearest; this one is not among them', () => {
  const found = findPlaces(content, here, null, NIGHT);
  expect(found.map(({ station }) => station.id)).not.toContain(here.id);
  const open = found.map((place) => place.open);
  expect(open).toEqual(open.toSorted((one, other) => Number(other) - Number(one)));
  expect(open).toContain(true);
  expect(open).toContain(false);
  for (const group of [true, false]) {
    const metres = found.filter((place) => place.open === group).map((place) => place.metres);
    expect(metres).toEqual(metres.toSorted((one, other) => one - other));
  }
});

test('a place that lists a service but has no reader for it is not named', () => {
  const service = content.services.get(ServiceId.parse('senior-card'));
  if (service === undefined) throw new Error('no service');
  const all = findPlaces(content, here, service, NIGHT);
  expect(all.length).toBeGreaterThan(0);
  const without = new Map([...content.stations].map(([id, each]) => [id, { ...each, devices: ['Printer' as const] }]));
  expect(findPlaces({ ...content, stations: without }, here, service, NIGHT)).toEqual([]);
});

describe('opening hours', () => {
  const weekdays: Pick<Station, 'openings'> = {
    openings: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:30', to: '17:30' }],
  };
  test.each([
    ['Friday morning', '2026-11-20', '08:30', true],
    ['just closed', '2026-11-20', '17:30', false],
    ['Saturday', '2026-11-21', '10:00', false],
    ['a holiday on a Thursday', '2026-10-01', '10:00', false],
    ['a Saturday on which is worked', '2026-10-10', '10:00', true],
  ])('%s', (_, day, time, open) => {
    expect(isOpenAt(weekdays, { day, time }, content.workingDays)).toBe(open);
  });
  test('a place that never closes is open on a holiday night', () => {
    expect(isAlwaysOpen(here)).toBe(true);
    expect(isOpenAt(here, { day: '2026-10-01', time: '03:00' }, content.workingDays)).toBe(true);
  });
});
