/** What a technician is told of the line between a real kiosk's store and a real hub. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newCode } from '#fixtures/hall/new-code.ts';
import { STATION } from '#fixtures/hub/invented-case.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import { keepTime } from '../time/timekeeper.ts';
import { openHubLine } from './open-hub-line.ts';

let hall: TestHub;
let place: StorePlace;
beforeEach(async () => {
  hall = await openTestHub();
  place = makeStorePlace();
});
afterEach(async () => {
  await place.remove();
  await hall.close();
});

test('a kiosk that was revoked says so, also when it has nothing to send', async () => {
  const store = await place.open();
  const [log, url] = [() => undefined, hall.hub.url];
  const clock = keepTime(hall.clock, log);
  const hub = { url, enrolment: await newCode(url, STATION) };
  const line = openHubLine({ config: { hub, station: STATION, store: place.folder }, store, clock, log });
  if (line.identity.state().enrolment !== 'done') {
    await new Promise((enrolled) => line.identity.onEnrolled(enrolled));
  }
  expect(line.fault()).toBeNull();
  await fetch(new URL(`/v1/kiosks/${store.kiosk}/revoke`, url), { method: 'POST' });
  await line.identity.fetch(`${url}/v1/kiosks/${store.kiosk}/release`, { method: 'GET' });
  expect(line.fault()).toBe('kiosk.revoked');
  await line.stop();
  clock.stop();
});
