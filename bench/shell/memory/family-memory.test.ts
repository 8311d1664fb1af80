/** Every process of a kiosk is counted under its own name. */
import { expect, test } from 'vitest';
import { partOf, PARTS, readFamilyMemory, total } from './family-memory.ts';

test.each([
  ['node bench/shell/kiosk-process.ts {}', true, 'main and store worker'],
  ['node /opt/yeban/app/electron/device-host/main.ts', false, 'device host'],
  ['node /opt/yeban/app/program/part-device-host.js', false, 'device host'],
  ['/usr/lib/chromium/chromium --remote-debugging-pipe --kiosk', false, 'browser'],
  ['/usr/lib/chromium/chromium --type=renderer --lang=zh', false, 'page'],
  ['/usr/lib/chromium/chromium --type=zygote', false, 'rest of the browser'],
] as const)('%s', (words, isMain, part) => {
  expect(partOf(isMain, words)).toBe(part);
});

test.runIf(process.platform === 'linux')('a running process takes memory, and the sum is that of its parts', () => {
  const memory = readFamilyMemory(process.pid);
  expect(memory['main and store worker']).toBeGreaterThan(10_000);
  expect(total(memory)).toBe(PARTS.reduce((sum, part) => sum + memory[part], 0));
});
