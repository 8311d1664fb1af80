/** The technician's door of a running kiosk: a Unix socket in its store, one JSON document per line each way. */
import { rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { ControlAnswer } from '#contract/control.ts';
import { answerLine } from './answer-line.ts';
import { cutLines } from './cut-lines.ts';
import type { CallDesk } from './do-call.ts';
import { takeSocket } from './take-socket.ts';

export interface ControlOptions extends CallDesk {
  /** Where it listens: `control.sock` in the kiosk's store folder, which exists. */
  readonly file: string;
}

export interface ControlDoor {
  /** Lets nobody in any more, ends who is in, and takes the socket away. */
  close(): Promise<void>;
}

/** Enough for the longest receipt. */
const LINE_LIMIT_BYTES = 256 * 1024;
const CONNECTION_LIMIT = 8;

/** Rejects with ControlRefusal when another kiosk listens there; with the system's error when nobody can. */
export async function serveControl({ file, ...desk }: ControlOptions): Promise<ControlDoor> {
  const inside = new Set<Socket>();
  const server = createServer((socket) => {
    // A caller who hangs up in the middle is no trouble of the kiosk's.
    socket.on('error', () => socket.destroy());
    if (inside.size >= CONNECTION_LIMIT) {
      const message = `${CONNECTION_LIMIT} others are connected; wait until one has left.`;
      const answer = lineOf({ id: 0, ok: false, fault: { code: 'control.crowded', message } });
      return void socket.end(answer, () => socket.destroy());
    }
    inside.add(socket);
    socket.on('close', () => inside.delete(socket));
    void converse(socket, desk).catch(() => socket.destroy());
  });
  await takeSocket(server, file);
  // Whatever goes wrong with listening later must not end a kiosk that serves citizens.
  server.on('error', (error) => {
    desk.log('control.trouble', { error: error.name });
  });
  return { close: () => closeDoor(server, inside, file) };
}

/** One call after the other: whoever sends more than he waits for is not read any further. */
async function converse(socket: Socket, desk: CallDesk): Promise<void> {
  const lines = cutLines(LINE_LIMIT_BYTES);
  for await (const bytes of socket) {
    for (const line of lines.cut(bytes as Buffer)) {
      if (line?.trim() === '') continue;
      socket.write(lineOf(await answerLine(line, desk)));
    }
  }
  socket.end();
}

function lineOf(answer: ControlAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

async function closeDoor(server: Server, inside: ReadonlySet<Socket>, file: string): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  for (const socket of inside) socket.destroy();
  await closed;
  await rm(file, { force: true });
}
