/** The PC/SC service of the system as this process knows it: one client for all readers; the only file that imports pcsc-mini. */
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenTrouble } from './transport.ts';

export type Pcsc = typeof import('pcsc-mini');
export type Reader = InstanceType<Pcsc['Reader']>;
type Client = InstanceType<Pcsc['Client']>;

/** The service names its readers at once; more time than that is only a busy machine's. */
const LIST_LIMIT_MS = 1_000;

/**
 * The client is stopped by ending its wait for news. A stop that comes before it waits again, as it does just after it
 * told of a reader, is not heard, and this whole process stands still: so nothing is stopped at once.
 */
const SETTLED_MS = 500;

export interface PcscService {
  readonly pcsc: Pcsc;
  /** Those that it has now, by name. */
  readonly readers: ReadonlyMap<string, Reader>;
  /** Called once, when the service has stopped. */
  onGone(listen: () => void): () => void;
  /** Whoever opened it needs it no more. */
  release(): void;
}

/** What the library calls the end of the service, or of a reader. */
const GONE = /^(CommError|NoReadersAvailable|NoService|ReaderUnavailable|ServiceStopped|UnknownReader|InvalidHandle)$/;

export function isGone(code: string): boolean {
  return GONE.test(code);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A client that was stopped, or never could be started, can be started again. */
let resting: Client | null = null;
let running: Running | null = null;
/**
 * One whose service went away can't, and throws where nobody can catch it when it is collected as garbage: it is kept. There are as
 * many as times that the service was stopped.
 */
const buried: Client[] = [];

interface Running {
  readonly client: Client;
  readonly readers: Map<string, Reader>;
  readonly goneListeners: Set<() => void>;
  /** Resolves when it has named the readers that it has. */
  readonly listed: Promise<void>;
  users: number;
  /** Until it is stopped. */
  stopping?: NodeJS.Timeout;
}

/** Starts to listen to the service, unless this process does already. */
export async function openService(): Promise<Result<PcscService, OpenTrouble>> {
  const loaded = await loadPcsc();
  if (!loaded.ok) return loaded;
  try {
    running ??= start(loaded.value);
  } catch (error) {
    return fail({ reason: 'missing', detail: `the PC/SC service (pcscd) does not answer: ${codeOf(error)}` });
  }
  const service = running;
  service.users += 1;
  await service.listed;
  let released = false;
  return ok({
    pcsc: loaded.value,
    readers: service.readers,
    onGone(listen) {
      service.goneListeners.add(listen);
      return () => service.goneListeners.delete(listen);
    },
    release() {
      if (released) return;
      released = true;
      service.users -= 1;
      clearTimeout(service.stopping);
      service.stopping = setTimeout(() => {
        if (service.users === 0 && running === service) stop(service);
      }, SETTLED_MS);
    },
  });
}

/** The addon needs the system's own library. */
async function loadPcsc(): Promise<Result<Pcsc, OpenTrouble>> {
  try {
    return ok((await import('pcsc-mini')).default);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return fail({ reason: 'refused', detail: `${said} (apt-get install libpcsclite1 pcscd)` });
  }
}

/** Throws when there is no service. */
function start(pcsc: Pcsc): Running {
  const client = resting ?? new pcsc.Client();
  resting = client;
  const readers = new Map<string, Reader>();
  const goneListeners = new Set<() => void>();
  const listed = Promise.withResolvers<void>();
  const limit = setTimeout(listed.resolve, LIST_LIMIT_MS);
  client.removeAllListeners();
  client.on('reader', (reader) => {
    readers.set(reader.name(), reader);
    reader.once('disconnect', () => readers.delete(reader.name()));
    // All of them come in one go.
    setImmediate(listed.resolve);
  });
  client.on('error', () => {
    if (running?.client !== client) return;
    running = null;
    buried.push(client);
    listed.resolve();
    for (const listen of [...goneListeners]) listen();
  });
  client.start();
  resting = null;
  void listed.promise.then(() => clearTimeout(limit));
  return { client, readers, goneListeners, listed: listed.promise, users: 0 };
}

function stop({ client }: Running): void {
  running = null;
  try {
    client.stop();
    resting = client;
  } catch (error) {
    if (!isGone(codeOf(error))) throw error;
    buried.push(client);
  }
}
