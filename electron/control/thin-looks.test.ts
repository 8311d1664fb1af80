/** A panel that watches all night leaves the log to what happened. */
import { expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { thinLooks } from './thin-looks.ts';

test('looks once an hour each; orders, refusals and everything else every time', () => {
  const clock = new HandClock();
  const logged: string[] = [];
  const log = thinLooks((event, detail) => logged.push([event, ...Object.values(detail ?? {})].join(' ')), clock);
  const night = (): void => {
    log('control.called', { call: 'cabinet.view', ok: true });
    log('control.called', { call: 'cabinet.view', ok: false });
    log('control.called', { call: 'outbox.kick', ok: true });
    log('kiosk.started');
  };
  night();
  night();
  const always = ['control.called cabinet.view false', 'control.called outbox.kick true', 'kiosk.started'];
  expect(logged).toEqual(['control.called cabinet.view true', ...always, ...always]);
  clock.forward(3_600_000);
  log('control.called', { call: 'cabinet.view', ok: true });
  expect(logged.at(-1)).toBe('control.called cabinet.view true');
});
