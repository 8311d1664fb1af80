/** `yeban doctor`: looks at everything a kiosk needs, says how it is and what to do about it. */
import { fail, ok } from '#contract/result.ts';
import { loadConfig } from '#electron/config/load-config.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { checkResult, checkText } from '../doctor/check.ts';
import { CONFIG_OPTION } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

const options = {
  ...CONFIG_OPTION,
  device: { type: 'string', valueHint: 'ID', description: 'look at this device only', zh: '只检查这个设备' },
} as const;

export const doctor = makeCommand(
  'doctor',
  words('检查设备、数据库、网络和本机', 'check devices, store, hub and machine'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const config = await loadConfig(args.config);
    const device = args.device ?? null;
    if (config.ok && device !== null && !config.value.devices.some(({ id }) => id === device)) {
      const known = config.value.devices.map(({ id }) => id).join(', ');
      const message = say(words(`kiosk.yaml 里没有设备 ${device}。`, `There is no device ${device} in kiosk.yaml.`));
      return fail({ code: 'usage', message, hint: say(words(`已有：${known}`, `Known: ${known}`)), exitCode: 2 });
    }
    // Loaded here, so that the other commands do not wait for it.
    const { runChecks } = await import('../doctor/run-checks.ts');
    const note = (line: ReturnType<typeof words>): void => void process.stderr.write(`${say(line)}\n`);
    const checks = await runChecks({ configFile: args.config, config, device, note });
    return ok({
      result: { checks: checks.map((check) => checkResult(check, say)) },
      text: checks.map((check) => checkText(check, say)).join('\n'),
      exitCode: checks.some(({ state }) => state === 'failed') ? 1 : 0,
    });
  },
);
