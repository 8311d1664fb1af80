/** What is said of a path that leads to no device, or to one that this user may not open. */
import { expect, test } from 'vitest';
import { explainPath, lookAtPath } from './look-at-path.ts';

test('a device that this user may not open: the group is named, and the command that helps', () => {
  const said = explainPath('/dev/ttyS1', { kind: 'forbidden', group: 'dialout', user: 'kiosk' });
  expect(said?.message.en).toContain('group dialout');
  expect(said?.hint.en).toContain('usermod -aG dialout kiosk');
  expect(said?.hint['zh-CN']).toContain('usermod -aG dialout kiosk');
});

test('a folder or a file is no device', async () => {
  expect(await lookAtPath('/dev')).toEqual({ kind: 'notADevice' });
});

test('a path below /dev that is not there is never taken for a virtual terminal', async () => {
  const look = await lookAtPath('/dev/tty-nowhere');
  expect(look).toMatchObject({ kind: 'missing', like: null });
});

test('of a path that can be opened nothing is said', async () => {
  expect(explainPath('/dev/null', await lookAtPath('/dev/null'))).toBeNull();
});
