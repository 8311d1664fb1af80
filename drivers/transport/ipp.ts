/** IPP messages over HTTP (RFC 8010, section 4): each write is one POST, each chunk that comes the body of its answer; only the configured address. */
import { request, type ClientRequest } from 'node:http';
import { connect } from 'node:net';
import { fail, ok, type Result } from '#contract/result.ts';
import type { IppAddress, OpenIpp, OpenTrouble, Transport, WriteOutcome } from './transport.ts';

const CONNECT_LIMIT_MS = 3_000;
/** What `wireTimeMs` reckons with: 1 MB/s, a printer on a slow wireless network. */
const RECKONED_BAUD = 10_000_000;
/** Longer than any answer to what we ask. */
const LONGEST_ANSWER = 1_000_000;

/** A printer is there when somebody listens; each message then has a connection of its own, so that none dies of an old one's end. */
export const openIpp: OpenIpp = async (address) => {
  const reached = await reach(address);
  return reached.ok ? ok(ippTransport(address)) : reached;
};

function reach({ host, port }: IppAddress): Promise<Result<null, OpenTrouble>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (result: Result<null, OpenTrouble>): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(CONNECT_LIMIT_MS, () =>
      end(fail({ reason: 'missing', detail: `no answer from ${host}:${port}` })),
    );
    socket.once('error', (error) => end(fail({ reason: 'missing', detail: error.message })));
    socket.once('connect', () => end(ok(null)));
  });
}

function ippTransport(address: IppAddress): Transport {
  let open = true;
  let pending: ClientRequest | null = null;
  const messageListeners = new Set<(message: Uint8Array) => void>();
  const closedListeners = new Set<() => void>();
  const closed = (): void => {
    if (!open) return;
    open = false;
    pending?.destroy();
    for (const listen of [...closedListeners]) listen();
    messageListeners.clear();
  };
  const say = (message: Uint8Array): void => {
    for (const listen of [...messageListeners]) listen(message);
  };

  return {
    baudRate: RECKONED_BAUD,
    write: (message, limitMs) =>
      new Promise<WriteOutcome>((resolve) => {
        if (!open) return resolve('closed');
        // Whoever asks the next question waits for the last one no longer.
        pending?.destroy();
        const asked = post(address, message);
        pending = asked;
        let sent = false;
        const finish = (outcome: WriteOutcome): void => {
          clearTimeout(limit);
          closedListeners.delete(gone);
          resolve(outcome);
        };
        const gone = (): void => finish('closed');
        const limit = setTimeout(() => {
          finish('stuck');
          closed();
        }, limitMs);
        closedListeners.add(gone);
        asked.once('finish', () => {
          sent = true;
          finish('taken');
        });
        // Half a message went out: nobody can count on what comes now. After a whole one only its answer is lost.
        asked.on('error', () => {
          if (pending !== asked) return;
          if (sent) say(new Uint8Array(0));
          else closed();
        });
        hearAnswer(asked, (answer) => pending === asked && open && say(answer));
        asked.end(message);
      }),
    onBytes(listen) {
      messageListeners.add(listen);
      return () => messageListeners.delete(listen);
    },
    onClosed(listen) {
      closedListeners.add(listen);
      return () => closedListeners.delete(listen);
    },
    close() {
      closed();
      return Promise.resolve();
    },
  };
}

/** Redirects aren't followed: the address in kiosk.yaml is the only one that a kiosk speaks to. */
function post({ host, port, path }: IppAddress, message: Uint8Array): ClientRequest {
  const asked = request({
    host,
    port,
    path,
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/ipp', 'content-length': message.length, 'accept-encoding': 'identity' },
  });
  asked.once('socket', (socket) => {
    const limit = setTimeout(() => asked.destroy(new Error('no connection')), CONNECT_LIMIT_MS);
    const arrived = (): void => clearTimeout(limit);
    socket.once('connect', arrived);
    socket.once('close', arrived);
  });
  return asked;
}

/** A refusal of HTTP itself, such as 404, is heard as its status line; an answer that breaks off as what came of it. */
function hearAnswer(asked: ClientRequest, hear: (answer: Uint8Array) => void): void {
  asked.once('response', (response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (): void => {
      const { statusCode, statusMessage } = response;
      hear(
        new Uint8Array(
          statusCode === 200 ? Buffer.concat(chunks) : Buffer.from(`HTTP/1.1 ${statusCode} ${statusMessage}`),
        ),
      );
    };
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_ANSWER) response.destroy();
      else chunks.push(chunk);
    });
    // `close` comes after every end, also a bad one.
    response.on('error', () => undefined);
    response.once('close', end);
  });
}
