/** What the device host writes down reaches main's log, and so does its cry when it crashes. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { jsonLog } from '../main/json-log.ts';
import { relayNotes } from './relay-notes.ts';

async function heard(write: (stderr: PassThrough) => void): Promise<unknown[]> {
  const stderr = new PassThrough();
  const notes: unknown[] = [];
  relayNotes(stderr, (event, detail) => notes.push([event, detail]));
  write(stderr);
  stderr.end();
  // The reader of lines has its own turn after the end of the stream.
  await new Promise((resolve) => stderr.on('close', () => setImmediate(resolve)));
  return notes;
}

test('a note arrives as it was written down, without its time and place', async () => {
  const notes = await heard((stderr) => {
    const log = jsonLog('device-host', (line) => stderr.write(line));
    log('device.opened', { device: 'receipt' });
    log('device.lost');
  });
  expect(notes).toEqual([
    ['device.opened', { device: 'receipt' }],
    ['device.lost', {}],
  ]);
});

test('a crash is not swallowed, however it is worded', async () => {
  const notes = await heard((stderr) => stderr.write(`Error: no such module\n{"half": \n${'x'.repeat(9_000)}\n`));
  expect(notes).toEqual([
    ['devices.hostSaid', { words: 'Error: no such module' }],
    ['devices.hostSaid', { words: '{"half": ' }],
    ['devices.hostSaid', { words: 'x'.repeat(500) }],
  ]);
});
