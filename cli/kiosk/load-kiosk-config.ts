/** The kiosk.yaml a command works on, or the fault that names every mistake in it. */
import type { KioskConfig } from '#contract/config.ts';
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
  const config = await loadConfig(file);
  if (config.ok) return ok(config.value);
  const lines = config.fault.map(({ line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`);
  return fail({
    code: 'config.wrong',
    message: lines.join('\n'),
    hint: say(
      words('请改正后再试，或用 --config 指定另一个文件。', 'Put it right, or name another file with --config.'),
    ),
    detail: config.fault.map((mistake) => ({ ...mistake })),
    exitCode: 2,
  });
}
