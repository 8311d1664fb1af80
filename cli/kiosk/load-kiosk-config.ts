/** The kiosk.yaml a command works on, or the fault that names every mistake in it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import type { LocalText } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { loadConfig } from '#electron/config/load-config.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

/** The option of every command that needs to know which kiosk. */
export const CONFIG_OPTION = {
  config: {
    type: 'string',
    default: './kiosk.yaml',
    valueHint: 'kiosk.yaml',
    description: 'which kiosk',
    zh: '哪一台自助机',
  },
} as const;

export async function loadKioskConfig(file: string, say: Say): Promise<Result<KioskConfig, CliFault>> {
  if (!existsSync(file)) {
    const { message, hint } = noSuchConfig(file);
    return fail({ code: 'config.wrong', message: say(message), hint: say(hint), exitCode: 2 });
  }
  const config = await loadConfig(file);
  if (config.ok) return ok(config.value);
  const mistakes = config.fault.map((mistake) => ({ ...mistake, message: say(mistake.message) }));
  const lines = mistakes.map(({ line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`);
  return fail({
    code: 'config.wrong',
    message: lines.join('\n'),
    hint: say(
      words('请改正后再试，或用 --config 指定另一个文件。', 'Put it right, or name another file with --config.'),
    ),
    detail: mistakes,
    exitCode: 2,
  });
}

/** What to say where the named file, or the one in this folder, does not exist. */
export function noSuchConfig(file: string): { readonly message: LocalText; readonly hint: LocalText } {
  const looked = path.resolve(file);
  return {
    message: words(`没有找到 ${looked}。`, `There is no ${looked}.`),
    hint: words(
      '用 --config FILE 指明这台自助机的 kiosk.yaml，例如 --config /etc/yeban/kiosk.yaml。',
      'Name the kiosk.yaml of this kiosk with --config FILE, for example --config /etc/yeban/kiosk.yaml.',
    ),
  };
}
