/** `yeban technician key|keys|revoke`: the keys by which technicians unlock the panel of one kiosk. */
import { open } from 'node:fs/promises';
import { hallTime } from '#contract/hall-time.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { TechnicianRole } from '#contract/technician/roles.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { KeyName, makeKey, readKeys, writeKeys, type TechnicianKey } from '#electron/technician/technician-keys.ts';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const here = (): Say => sayTo(readerLanguage(process.env));

export const technicianKey = makeCommand(
  'technician key',
  words('给这台自助机做一把维护密钥', 'make a key for technicians of this kiosk'),
  {
    ...CONFIG_OPTION,
    name: {
      type: 'string',
      required: true,
      valueHint: 'night-desk',
      description: 'who will answer by it: a post, not a person',
      zh: '由谁应答：写岗位，不写人名',
    },
    role: {
      type: 'string',
      default: 'technician',
      valueHint: 'technician',
      description: 'technician does everything, inspector only looks',
      zh: 'technician 可做一切，inspector 只能查看',
    },
    to: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'the file for the key holder; it is not shown again',
      zh: '交给密钥保管人的文件，以后不再给出',
    },
  },
  async (args): Promise<Answer> => {
    const say = here();
    const role = TechnicianRole.safeParse(args.role).data;
    if (role === undefined)
      return usage(
        say(words(`没有角色 ${args.role}。`, `There is no role ${args.role}.`)),
        say(words(`角色有：${TechnicianRole.options.join('、')}`, `Roles: ${TechnicianRole.options.join(', ')}`)),
      );
    if (!KeyName.safeParse(args.name).success)
      return usage(
        say(words(`“${args.name}”不能作名称。`, `“${args.name}” can’t be a name.`)),
        say(words('小写字母和连字符，例如 night-desk', 'Lower-case words joined by hyphens, for example night-desk')),
      );
    const kiosk = await keysOf(args.config, say);
    if (!kiosk.ok) return kiosk;
    const { store, station, keys } = kiosk.value;
    if (keys.some(({ name }) => name === args.name))
      return usage(
        say(words(`已有密钥 ${args.name}。`, `There is a key ${args.name} already.`)),
        `yeban technician revoke ${args.name}`,
      );
    const key = makeKey(station, args.name, role, systemClock.now());
    const handed = await handOver(args.to, key, say);
    if (!handed.ok) return handed;
    // The holder's file first: a key that nobody holds opens nothing.
    writeKeys(store, [...keys, key]);
    const text = [
      say(words(`密钥 ${key.name}（${role}）已写入 ${args.to}。`, `The key ${key.name} (${role}) is in ${args.to}.`)),
      say(
        words(
          '请把它交给密钥保管人，然后从这台机器上删除。',
          'Hand it to the key holder, then delete it from this machine.',
        ),
      ),
    ].join('\n');
    return ok({ result: { name: key.name, role, station, suite: key.suite, file: args.to }, text, exitCode: 0 });
  },
);

export const technicianKeys = makeCommand(
  'technician keys',
  words('这台自助机有哪些维护密钥', 'which keys open the panel of this kiosk'),
  CONFIG_OPTION,
  async (args): Promise<Answer> => {
    const say = here();
    const kiosk = await keysOf(args.config, say);
    if (!kiosk.ok) return kiosk;
    const { keys } = kiosk.value;
    const result = keys.map(({ name, role, suite, madeAt }) => ({ name, role, suite, madeAt }));
    const lines = result.map(({ name, role, madeAt }) => `${name}  ${role}  ${hallTime(madeAt)}`);
    const none = say(words('还没有密钥：yeban technician key', 'None yet: yeban technician key'));
    return ok({ result: { keys: result }, text: lines.length === 0 ? none : lines.join('\n'), exitCode: 0 });
  },
);

export const technicianRevoke = makeCommand(
  'technician revoke',
  words('作废一把维护密钥', 'make a key open nothing any more'),
  {
    name: { type: 'positional', required: true, description: 'as in yeban technician keys', zh: '密钥名称' },
    ...CONFIG_OPTION,
  },
  async (args): Promise<Answer> => {
    const say = here();
    const kiosk = await keysOf(args.config, say);
    if (!kiosk.ok) return kiosk;
    const { store, keys } = kiosk.value;
    const left = keys.filter(({ name }) => name !== args.name);
    if (left.length === keys.length)
      return usage(
        say(words(`没有密钥 ${args.name}。`, `There is no key ${args.name}.`)),
        say(
          words(
            `已有：${keys.map(({ name }) => name).join('、')}`,
            `Known: ${keys.map(({ name }) => name).join(', ')}`,
          ),
        ),
      );
    writeKeys(store, left);
    const text = say(words(`密钥 ${args.name} 已作废。`, `The key ${args.name} opens nothing any more.`));
    return ok({ result: { revoked: args.name }, text, exitCode: 0 });
  },
);

async function keysOf(configFile: string, say: Say) {
  const config = await loadKioskConfig(configFile, say);
  if (!config.ok) return config;
  const { store, station } = config.value;
  try {
    return ok({ store, station, keys: readKeys(store) });
  } catch {
    return fail<CliFault>({
      code: 'technician.keysNotRead',
      message: say(words(`${store} 里的密钥文件读不出来。`, `The file of keys in ${store} can’t be read.`)),
      hint: say(
        words(
          '请用自助机自己的用户或 root 运行；文件损坏时删除 technician/keys.json，重新做密钥。',
          'Run it as the kiosk’s own user or root; if technician/keys.json is damaged, delete it and make the keys anew.',
        ),
      ),
      exitCode: 1,
    });
  }
}

/** Never over an existing file: it may be another key. */
async function handOver(file: string, key: TechnicianKey, say: Say): Promise<Result<null, CliFault>> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(key)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return usage(
      say(words(`不能写入 ${file}（${code}）。`, `${file} can’t be written (${code}).`)),
      say(words('请给一个新文件名。', 'Name a new file.')),
    );
  }
}

function usage(message: string, hint: string): Result<never, CliFault> {
  return fail({ code: 'usage', message, hint, exitCode: 2 });
}
