/** Closes the hub's door: what is being answered is answered; a connection that is only held open holds up nothing. */
import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 50;
/** Longer than any answer takes. What is still open then never asked anything, or never ends. */
const PATIENCE_MS = 3_000;

/** Browsers hold connections open that they may use later; without this, closing would wait over a minute for them. */
export async function closeDoor(app: FastifyInstance): Promise<void> {
  const closed = app.close();
  const idle = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  const all = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  try {
    await closed;
  } finally {
    clearInterval(idle);
    clearTimeout(all);
  }
}
