/** A hub whose power fails right after a COMMIT and before the answer leaves: a process of its own, really killed. */
import { z } from 'zod';
import { startHub } from '../start-hub.ts';
import { testClock } from './test-clock.ts';

const url = z.url().parse(process.argv[2]);
const hub = await startHub({
  database: { url },
  host: '127.0.0.1',
  port: 0,
  consoleFolder: null,
  clock: testClock(),
  log: (event) => {
    if (event === 'batch.kept') process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(`${hub.url}\n`);
