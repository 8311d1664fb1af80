/** Starts the hub: database, schema, keys, then the door. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#contract/clock.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import type { HubConfig } from '#contract/hub-config.ts';
import type { Log } from '#contract/log.ts';
import { buildApp } from './build-app.ts';
import { openConnectors } from './connectors/open-connectors.ts';
import { connect } from './database/connect.ts';
import { startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { readAgain } from './ingest/read-again.ts';
import { closeDoor } from './routes/close-door.ts';
import { assertLoopback } from './routes/door.ts';
import { loadHubKeys } from './sealing/hub-keys.ts';

export interface HubOptions {
  /** A PostgreSQL ≥ 15 by its URL, or a folder in which the hub keeps a PostgreSQL of its own. */
  readonly database: { readonly url: string } | { readonly folder: string };
  /** A folder for the hub's private keys, made if missing. Hubs on one database have the same files in theirs. */
  readonly keyFolder: string;
  /** A loopback address, unless `network` says otherwise: there are no accounts yet. */
  readonly host: string;
  /** Kiosks on other machines are answered too; staff on this machine only. */
  readonly network?: boolean;
  /** 0 takes any free one. */
  readonly port: number;
  /** Absolute path of the built console, or null to answer kiosks only. */
  readonly consoleFolder: string | null;
  /** hub.yaml; without it the hub asks nobody on a citizen's behalf. */
  readonly config?: HubConfig;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Hub {
  readonly url: string;
  readonly sealingKey: SealingKey;
  /** With the password in it. */
  readonly databaseUrl: string;
  /** Finishes what is being answered, then stops everything this hub started. Safe to call twice. */
  close(): Promise<void>;
}

/** Rejects with words for whoever runs it; nothing stays running then. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { clock, log, network = false } = options;
  if (!network) assertLoopback(options.host);
  const connectors = openConnectors(options.config ?? { connectors: {} }, clock);
  const undo: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= inReverse(undo));
  try {
    let databaseUrl: string;
    if ('url' in options.database) databaseUrl = options.database.url;
    else {
      const embedded = await startEmbedded(options.database.folder, log);
      undo.push(() => embedded.stop());
      databaseUrl = embedded.url;
    }
    const database = await connect(databaseUrl, log);
    undo.push(() => database.destroy());
    await migrate(database, log);
    const keys = await loadHubKeys(database, options.keyFolder, clock);
    await readAgain(database, keys, log);
    const { consoleFolder } = options;
    const app = buildApp({ database, keys, connectors, clock, log, consoleFolder, network });
    undo.push(() => closeDoor(app));
    const url = await listen(app, options);
    log('hub.started', { url });
    return { url, sealingKey: keys.current, databaseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: HubOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (!taken) throw cause;
    throw new Error(`port ${port} is taken: does another hub run here? Stop it, or choose another port`, { cause });
  }
}

async function inReverse(undo: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.toReversed()) await step();
}
