/** Who dies is started again, in good time and not too often; who was told to go, or can't be helped, is let go. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { supervise, type Supervisor } from './supervise.ts';

let clock: HandClock;
let supervisor: Supervisor;
let waits: number[];
/** Resolves at the next announcement that the process will be started again. */
let announced: PromiseWithResolvers<void>;
beforeEach(() => {
  clock = new HandClock();
  waits = [];
  announced = Promise.withResolvers();
});
afterEach(async () => {
  supervisor.signal('SIGTERM');
  supervisor.child()?.kill('SIGKILL');
  await supervisor.ended;
});

function keepRunning(command: string, ...words: string[]): void {
  supervisor = supervise({
    start: () => spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] }),
    clock,
    log: (event, detail) => {
      if (event !== 'process.startsAgain') return;
      waits.push(Number(detail?.['inMs']));
      announced.resolve();
      announced = Promise.withResolvers();
    },
  });
}

function running(): ChildProcess {
  const child = supervisor.child();
  if (child === null) throw new Error('nothing runs');
  return child;
}

async function kill(): Promise<void> {
  const heard = announced.promise;
  running().kill('SIGKILL');
  await heard;
}

test('who is killed runs again within a second', async () => {
  keepRunning('sleep', '1000');
  const before = running().pid;
  await kill();
  expect(supervisor.child()).toBeNull();
  clock.forward(1_000);
  expect(running().pid).not.toBe(before);
});

test('who dies at once is tried less and less often, and every half minute in the end', async () => {
  keepRunning('false');
  while (waits.length < 9) {
    await announced.promise;
    if (waits.length < 9) clock.forward(waits.at(-1) ?? 0);
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('after a calm minute the old misfortunes are forgotten', async () => {
  keepRunning('sleep', '1000');
  for (const calmMs of [0, 0, 60_000]) {
    clock.forward(calmMs);
    await kill();
    clock.forward(30_000);
  }
  expect(waits).toEqual([500, 1_000, 500]);
});

test('a wrong config is not read again and again', async () => {
  keepRunning('sh', '-c', 'exit 2');
  expect(await supervisor.ended).toBe(2);
  expect(waits).toEqual([]);
});

test('who is told to end may tidy up, and is not started again', async () => {
  const tidy =
    "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e6); process.stdout.write('ready')";
  keepRunning(process.execPath, '-e', tidy);
  const { stdout } = running();
  if (stdout === null) throw new Error('no pipe');
  await once(stdout, 'data');
  supervisor.signal('SIGTERM');
  expect(await supervisor.ended).toBe(0);
  expect(waits).toEqual([]);
});

test('told to end between two tries, it never tries again', async () => {
  keepRunning('sleep', '1000');
  await kill();
  supervisor.signal('SIGTERM');
  expect(await supervisor.ended).toBe(0);
  clock.forward(60_000);
  expect(supervisor.child()).toBeNull();
});

test('a program that is not there is waited for', async () => {
  const heard = announced.promise;
  keepRunning(path.join(import.meta.dirname, 'not-there'));
  await heard;
  expect(waits).toEqual([500]);
});

test('a kiosk whose config is missing ends its supervisor with the same code', async () => {
  keepRunning(process.execPath, path.join(import.meta.dirname, 'main.ts'), '--config', 'not-there.yaml');
  expect(await supervisor.ended).toBe(2);
});
