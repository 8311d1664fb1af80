/** kill -9 of the hub, and how long until the next one lets kiosks in; beside a start after an orderly stop. */
import path from 'node:path';
import { freePort } from '#fixtures/hall/free-port.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { startHallHub, type HallHub } from '#fixtures/hall/hall-hub.ts';
import { wallTime } from './kiosk-under-supervisor.ts';

export interface HubTimes {
  /** Milliseconds until the hub answers, from the kill, and from an order to start. */
  readonly times: number[];
  readonly fresh: number[];
}

/** With a database of its own in `folder`. Somebody starts the hub again at once, as systemd does. */
export async function measureHub(folder: string, rounds: number): Promise<HubTimes> {
  const orders = {
    database: { folder: path.join(folder, 'database-of-a-hub-to-kill') },
    keyFolder: path.join(folder, 'keys-of-a-hub-to-kill'),
    port: await freePort(),
    consoleFolder: path.resolve(import.meta.dirname, '../../../.build/console'),
    config: { connectors: {} },
  };
  const hub = await startHallHub(orders, new HallClock(), () => undefined);
  const times: number[] = [];
  const fresh: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await hub.stop();
      fresh.push(await untilItAnswers(hub));
      const from = wallTime();
      await hub.kill();
      await untilItAnswers(hub);
      times.push(wallTime() - from);
    }
  } finally {
    await hub.close();
  }
  return { times, fresh };
}

async function untilItAnswers(hub: HallHub): Promise<number> {
  const from = wallTime();
  await hub.start();
  const answer = await fetch(new URL('/v1/health', hub.url));
  if (!answer.ok) throw new Error(`the hub answered ${answer.status}`);
  return wallTime() - from;
}
