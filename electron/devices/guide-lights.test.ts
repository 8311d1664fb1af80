/** Guide lights follow the screen, one at a time, and lights that fail keep nobody waiting. */
import { beforeEach, expect, test } from 'vitest';
import type { DevicePort } from '#contract/devices/classes.ts';
import type { LightState } from '#contract/devices/lights.ts';
import { fail, ok } from '#contract/result.ts';
import type { ScreenBody } from '#contract/screen.ts';
import { guideLights } from './guide-lights.ts';

const identify = (phase: 'waiting' | 'reading' | 'trouble'): ScreenBody => ({
  ...{ kind: 'identify', phase, headline: '', detail: '', secondsLeft: 9 },
});
const receipt: ScreenBody = {
  ...{ kind: 'receipt', phase: 'printed', headline: '', detail: '', cases: [], nextSteps: [] },
};
const rating: ScreenBody = { kind: 'wait', headline: '', detail: '' };

let broken: boolean;
let set: string[];
let logged: string[];
const port = {
  deviceClass: 'Lights',
  execute: (_command: string, { position, flashRate }: LightState) => {
    set.push(`${position} ${flashRate}`);
    return Promise.resolve(broken ? fail({ code: 'lights.silent', completion: 'timeOut' }) : ok(null));
  },
} as unknown as DevicePort<'Lights'>;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
beforeEach(() => {
  broken = false;
  set = [];
  logged = [];
});
const lights = () => guideLights(port, (event, detail) => logged.push(`${event} ${String(detail?.['fault'])}`));

test('the reader blinks while a card is awaited, shines while it is read; then the slot with the receipt', async () => {
  const guide = lights();
  for (const body of [identify('waiting'), identify('waiting'), identify('reading'), rating, receipt, rating]) {
    guide.show(body);
    await settled();
  }
  const reader = ['cardReader medium', 'cardReader continuous', 'cardReader off'];
  expect(set).toEqual([...reader, 'receiptPrinter continuous', 'receiptPrinter off']);
});

test('screens that change faster than lights: only the last one counts', async () => {
  const guide = lights();
  for (const body of [identify('waiting'), identify('reading'), receipt]) guide.show(body);
  await settled();
  expect(set).toEqual(['cardReader medium', 'cardReader off', 'receiptPrinter continuous']);
});

test('a board that fails is noted once, and is tried again with the next view', async () => {
  const guide = lights();
  broken = true;
  guide.show(identify('waiting'));
  await settled();
  guide.show(identify('waiting'));
  await settled();
  broken = false;
  guide.show(identify('waiting'));
  await settled();
  expect(set).toEqual(Array(3).fill('cardReader medium'));
  expect(logged).toEqual(['lights.notSet lights.silent']);
});

test('a cabinet without lights, and screens that speak of no device', async () => {
  guideLights(null, () => undefined).show(identify('waiting'));
  lights().show(rating);
  lights().show(identify('trouble'));
  await settled();
  expect(set).toEqual([]);
});
