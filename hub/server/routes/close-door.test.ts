/** A hub that is stopped does not wait for browsers that only hold a connection open. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openTestHub } from '#fixtures/hub/test-hub.ts';

test('a connection that never asked anything, and one that asked once, do not hold it up', async () => {
  const hall = await openTestHub();
  const { port, host } = new URL(hall.hub.url);
  const silent = connect(Number(port), '127.0.0.1');
  const asked = connect(Number(port), '127.0.0.1');
  await Promise.all([once(silent, 'connect'), once(asked, 'connect')]);
  asked.write(`GET /v1/health HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  await once(asked, 'data');
  const gone = Promise.all([once(silent, 'close'), once(asked, 'close')]);
  silent.resume();
  await hall.close();
  expect(await gone).toHaveLength(2);
});
