/** `yeban hub`: runs the hub on a given PostgreSQL, or on one of its own in a folder, until it is stopped. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HubConfig } from '#contract/hub-config.ts';
import type { LocalText } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { loadHubConfig } from '#electron/config/load-hub-config.ts';
import { jsonLog } from '#electron/main/json-log.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { z } from 'zod';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

/** The hub itself; not in the package of a kiosk. */
const HUB = path.resolve(import.meta.dirname, '../../hub/server');
const CONSOLE_FOLDER = path.resolve(import.meta.dirname, '../../.build/console');

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const options = {
  database: {
    type: 'string',
    valueHint: 'postgres://…',
    description: 'the PostgreSQL to use; else $DATABASE_URL',
    zh: '使用哪个 PostgreSQL；不写时看 $DATABASE_URL',
  },
  folder: {
    type: 'string',
    default: './hub-data',
    description: 'without a database: where the hub keeps its own',
    zh: '没有给出数据库时，平台自己的数据放在哪里',
  },
  keys: {
    type: 'string',
    description: 'where the hub keeps its private keys; else `keys` in the folder',
    zh: '平台的私钥放在哪里；不写时放在上面文件夹的 keys 里',
  },
  host: { type: 'string', default: '127.0.0.1', description: 'the address to listen on', zh: '监听的地址' },
  network: {
    type: 'boolean',
    description: 'let kiosks on other machines in; the console stays for this machine, as there are no accounts yet',
    zh: '允许其他机器上的自助机连接；管理台还没有账号，仍只能在本机打开',
  },
  config: {
    type: 'string',
    valueHint: 'hub.yaml',
    description: 'whom to ask on a citizen’s behalf; without it, nobody (docs/connectors.md)',
    zh: '替办事群众向哪些单位查询；不写时都不查（docs/connectors.md）',
  },
  port: { type: 'string', default: '8700', description: 'the port to listen on', zh: '监听的端口' },
} as const;

export const hub = makeCommand('hub', words('运行汇聚平台', 'run the hub'), options, async (args) => {
  const say = sayTo(readerLanguage(process.env));
  const { database, folder, host, network, port } = args;
  if (!existsSync(HUB)) {
    const message = words(
      '这个安装包里只有自助机，没有平台。',
      'This package is the kiosk only: there is no hub in it.',
    );
    const hint = words(
      '请在另一台机器的源码目录里运行 yeban hub。',
      'Run yeban hub in a checkout, on a machine of its own.',
    );
    return fail({ code: 'hub.notHere', message: say(message), hint: say(hint), exitCode: 2 });
  }
  const portNumber = Number(port);
  if (!Number.isInteger(portNumber) || portNumber < 0 || portNumber > 65_535)
    return usage(
      words(`--port ${port} 不是端口号。`, `--port ${port} is not a port.`),
      words('请给 0 到 65535 的数；0 表示自动选一个空闲的。', 'Give a number from 0 to 65535; 0 takes a free one.'),
      say,
    );
  const url = database ?? process.env['DATABASE_URL'];
  // Never repeated in the words: an address holds a password.
  if (url !== undefined && !PostgresUrl.safeParse(url).success)
    return usage(
      words('这不是 PostgreSQL 数据库的地址。', 'The address of the database is not one of PostgreSQL.'),
      words('地址以 postgres:// 开头。', 'It begins with postgres://'),
      say,
    );
  const config = await readConfig(args.config, say);
  if (!config.ok) return config;
  const { isLoopback } = await import('#hub/server/routes/door.ts');
  if (network !== true && !isLoopback(host)) {
    const hint = words(
      '请用 127.0.0.1；或加 --network，让其他机器上的自助机连接（管理台仍只在本机）。',
      'Use 127.0.0.1, or add --network, which lets kiosks on other machines in and still no staff.',
    );
    return usage(words(`--host ${host} 不只是本机。`, `--host ${host} is more than this machine.`), hint, say);
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
    const hint = say(words('用法见：yeban hub --help', 'See: yeban hub --help'));
    return fail({ code: 'hub.notStarted', message: running.message, hint, exitCode: 1 });
  }
  process.stdout.write(`${running.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
  return null;
});

async function readConfig(file: string | undefined, say: Say): Promise<Result<HubConfig, CliFault>> {
  if (file === undefined) return ok({ connectors: {} });
  const config = await loadHubConfig(file);
  if (config.ok) return config;
  const lines = config.fault.map(
    ({ line, column, path, message }) => `${file}:${line}:${column} ${path}: ${say(message)}`,
  );
  const hint = words(
    '请改正后再试，或用 --config 指定另一个文件。见 docs/connectors.md。',
    'Put it right, or name another file with --config. See docs/connectors.md.',
  );
  return fail({ code: 'config.wrong', message: lines.join('\n'), hint: say(hint), exitCode: 2 });
}

function usage(message: LocalText, hint: LocalText, say: Say): Answer {
  return fail({ code: 'usage', message: say(message), hint: say(hint), exitCode: 2 });
}
