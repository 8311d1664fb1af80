/** `yeban hub`: runs the hub on a given PostgreSQL, or on one of its own in a folder, until it is stopped. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HubConfig } from '#contract/hub-config.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { loadHubConfig } from '#electron/config/load-hub-config.ts';
import { jsonLog } from '#electron/main/json-log.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { z } from 'zod';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';

/** The hub itself; not in the package of a kiosk. */
const HUB = path.resolve(import.meta.dirname, '../../hub/server');
const CONSOLE_FOLDER = path.resolve(import.meta.dirname, '../../.build/console');

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const options = {
  database: { type: 'string', valueHint: 'postgres://…', description: 'the PostgreSQL to use; else $DATABASE_URL' },
  folder: { type: 'string', default: './hub-data', description: 'without a database: where the hub keeps its own' },
  keys: { type: 'string', description: 'where the hub keeps its private keys; else `keys` in the folder' },
  host: { type: 'string', default: '127.0.0.1', description: 'the address to listen on' },
  network: {
    type: 'boolean',
    description: 'let kiosks on other machines in; the console stays for this machine, as there are no accounts yet',
  },
  config: {
    type: 'string',
    valueHint: 'hub.yaml',
    description: 'whom to ask on a citizen’s behalf; without it, nobody (docs/connectors.md)',
  },
  port: { type: 'string', default: '8700', description: 'the port to listen on' },
} as const;

export const hub = makeCommand('hub', 'run the hub', options, async (args) => {
  const { database, folder, host, network, port } = args;
  if (!existsSync(HUB)) {
    const message = 'This package is the kiosk only: there is no hub in it.';
    return fail({
      code: 'hub.notHere',
      message,
      hint: 'Run yeban hub in a checkout, on a machine of its own.',
      exitCode: 2,
    });
  }
  const portNumber = Number(port);
  if (!Number.isInteger(portNumber) || portNumber < 0 || portNumber > 65_535)
    return usage(`--port ${port} is not a port.`, 'Give a number from 0 to 65535; 0 takes a free one.');
  const url = database ?? process.env['DATABASE_URL'];
  // Never repeated in the words: an address holds a password.
  if (url !== undefined && !PostgresUrl.safeParse(url).success)
    return usage('The address of the database is not one of PostgreSQL.', 'It begins with postgres://');
  const config = await readConfig(args.config);
  if (!config.ok) return config;
  const { isLoopback } = await import('#hub/server/routes/door.ts');
  if (network !== true && !isLoopback(host)) {
    const hint = 'Use 127.0.0.1, or add --network, which lets kiosks on other machines in and still no staff.';
    return usage(`--host ${host} is more than this machine.`, hint);
  }
  const { startHub } = await import('#hub/server/start-hub.ts');
  const starting = startHub({
    database: url === undefined ? { folder: path.resolve(folder) } : { url },
    keyFolder: path.resolve(args.keys ?? path.join(folder, 'keys')),
    host,
    network: network === true,
    port: portNumber,
    consoleFolder: CONSOLE_FOLDER,
    config: config.value,
    clock: systemClock,
    log: jsonLog('hub'),
  });
  const running = await starting.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (running instanceof Error) {
    const hint = 'See: yeban hub --help';
    return fail({ code: 'hub.notStarted', message: running.message, hint, exitCode: 1 });
  }
  process.stdout.write(`${running.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
  return null;
});

async function readConfig(file: string | undefined): Promise<Result<HubConfig, CliFault>> {
  if (file === undefined) return ok({ connectors: {} });
  const config = await loadHubConfig(file);
  if (config.ok) return config;
  const lines = config.fault.map(({ line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`);
  const hint = 'Put it right, or name another file with --config. See docs/connectors.md.';
  return fail({ code: 'config.wrong', message: lines.join('\n'), hint, exitCode: 2 });
}

function usage(message: string, hint: string): Answer {
  return fail({ code: 'usage', message, hint, exitCode: 2 });
}
