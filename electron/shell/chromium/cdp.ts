/** The DevTools protocol over `--remote-debugging-pipe`: fd 3 to the browser, fd 4 back, JSON ended by NUL. No port. */
import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const NUL = 0;
const Message = z.union([
  z.object({
    id: z.number(),
    result: z.unknown().optional(),
    error: z.object({ message: z.string() }).optional(),
  }),
  z.object({ method: z.string(), params: z.unknown(), sessionId: z.string().optional() }),
]);
const Detached = z.object({ sessionId: z.string() });

export interface CdpEvent {
  readonly method: string;
  readonly params: unknown;
  /** Null for events of the browser itself. */
  readonly session: string | null;
}

export interface Cdp {
  readonly pid: number | undefined;
  /** The command's result, unparsed. Rejects when the browser refuses, the session ends or the browser exits. */
  send(method: string, params?: object, session?: string): Promise<unknown>;
  onEvent(listen: (event: CdpEvent) => void): void;
  /** Resolves, with the reason in words, when the browser is no more. */
  readonly exited: Promise<string>;
  kill(): void;
}

interface Pending {
  readonly method: string;
  readonly session: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Starts the browser; `command` may be a wrapper that keeps file descriptors 3 and 4 open. */
export function startCdp(command: string, args: readonly string[]): Cdp {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const toBrowser = child.stdio[3];
  const fromBrowser = child.stdio[4];
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) throw new Error('no debugging pipe');
  const pending = new Map<number, Pending>();
  const listeners: ((event: CdpEvent) => void)[] = [];
  let lastId = 0;
  let exitReason: string | null = null;

  const rejectAll = (why: string, session?: string): void => {
    for (const [id, command] of pending) {
      if (session !== undefined && command.session !== session) continue;
      pending.delete(id);
      command.reject(new Error(`${command.method}: ${why}`));
    }
  };
  const take = (text: string): void => {
    const message = Message.parse(JSON.parse(text));
    if ('method' in message) {
      if (message.method === 'Target.detachedFromTarget')
        rejectAll('detached', Detached.parse(message.params).sessionId);
      const event = { method: message.method, params: message.params, session: message.sessionId ?? null };
      for (const listen of listeners) listen(event);
      return;
    }
    const command = pending.get(message.id);
    pending.delete(message.id);
    if (message.error === undefined) command?.resolve(message.result);
    else command?.reject(new Error(`${command.method}: ${message.error.message}`));
  };
  fromBrowser.on('data', splitAtNul(take));
  // A broken pipe is followed by the exit, which tells the reason.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => {});
  const exited = new Promise<string>((resolve) => {
    const end = (why: string): void => {
      exitReason ??= why;
      rejectAll(why);
      resolve(exitReason);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`browser exited with ${code ?? signal}`));
  });

  return {
    pid: child.pid,
    exited,
    kill: () => child.kill('SIGKILL'),
    onEvent: (listen) => listeners.push(listen),
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        if (exitReason !== null) {
          reject(new Error(`${method}: ${exitReason}`));
          return;
        }
        lastId += 1;
        pending.set(lastId, { method, session, resolve, reject });
        toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId: session })}\0`);
      }),
  };
}

/** Chunks in, whole texts out; a text may be spread over many chunks or share one with others. */
export function splitAtNul(take: (text: string) => void): (chunk: Buffer) => void {
  let begun: Buffer[] = [];
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(NUL); end !== -1; end = chunk.indexOf(NUL, start)) {
      take(Buffer.concat([...begun, chunk.subarray(start, end)]).toString());
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  };
}
