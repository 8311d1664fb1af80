/** A card over the slowest line, on a real pseudo-terminal that carries 960 bytes a second. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { foreignerY, SAYS } from '#fixtures/people/cards.ts';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { startIdCardReader } from '#fixtures/simulators/start-simulator.ts';
import { openDriver } from '../catalog.ts';
import { recordTap, type Passage } from '../tap/record.ts';
import { machineCables } from '../transport/cables.ts';

test('1295 bytes take 1.35 s at 9600 baud, and nobody loses patience', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-slow-'));
  const link = path.join(folder, 'reader');
  const reader = await startIdCardReader({ link, settings: { baudRate: 9600 } });
  const passages: Passage[] = [];
  const driver = await openDriver(
    DeviceConfig.parse({
      id: 'card-reader',
      class: 'CardReader',
      model: 'idcard-sdt',
      path: link,
      settings: { baudRate: 9600 },
    }),
    {
      cables: machineCables,
      tapFor: () => recordTap(systemClock, (passage) => passages.push(passage)),
      clock: systemClock,
      log: () => undefined,
    },
  );
  await reader.putDown(foreignerY);
  expect(await driver.perform('read', {}, { timeoutMs: 15_000 })).toEqual({ ok: true, value: SAYS.foreignerY });
  const received = passages
    .filter(({ direction }) => direction === 'fromDevice')
    .reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(received).toBeGreaterThanOrEqual(1295 + 15 + 19);
  await driver.close();
  await reader.close();
  await rm(folder, { recursive: true });
});
