/** `yeban wire record ID COMMAND --to FILE`: one command to one device, and every frame of it in a file. */
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { DeviceConfig } from '#contract/config.ts';
import { modelHas } from '#contract/devices/models.ts';
import { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { refuseBesideKiosk } from '../kiosk/kiosk-runs.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { refuseCamera } from '../kiosk/refuse-camera.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const LONGEST_MS = 120_000;

const options = {
  id: {
    type: 'positional',
    required: true,
    description: 'the device, as kiosk.yaml calls it; the kiosk must not be running',
    zh: 'kiosk.yaml 里的设备名；须先停下自助机',
  },
  command: {
    type: 'positional',
    required: false,
    default: 'self-test',
    description: 'self-test, read, await-removal, …: a command that needs no file',
    zh: 'self-test 自检、read 读卡等不需要文件的命令',
  },
  to: { type: 'string', required: true, valueHint: 'FILE.jsonl', description: 'a new file', zh: '新文件' },
  'with-personal-data': {
    type: 'boolean',
    description: 'keep every byte, for whoever mends the driver: only with a card of your own',
    zh: '保留全部字节，供修驱动的人查看：只可使用自己的证件',
  },
  ...CONFIG_OPTION,
} as const;

export const wireRecord = makeCommand(
  'wire record',
  words('执行一个命令并记录线路', 'one command, and what passes on the wire meanwhile'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    const device = config.value.devices.find(({ id }) => id === args.id);
    const camera = device && refuseCamera(device, say);
    if (camera) return fail(camera);
    const name = args.command.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (device === undefined || !modelHas(device.class, device.model, name)) {
      const known = config.value.devices.map(({ id }) => id).join(', ');
      const hint = words(
        `设备：${known}；命令见 yeban device --help`,
        `Devices: ${known}; for commands yeban device --help`,
      );
      return fail({ code: 'usage', message: `${args.id} ${args.command}`, hint: say(hint), exitCode: 2 });
    }
    const busy = await refuseBesideKiosk(config.value, say);
    if (busy !== null) return fail(busy);
    const lines = await recordCommand(device, name, args['with-personal-data'] === true);
    try {
      const file = await open(args.to, 'wx', 0o600);
      await file.writeFile(`${lines.noted.join('\n')}\n`);
      await file.close();
    } catch (error) {
      const hint = say(words('请换一个还不存在的文件名。', 'Name a file that does not exist yet.'));
      return fail({ code: 'usage', message: String(error), hint, exitCode: 2 });
    }
    return answer(args.to, lines, say);
  },
);

interface Recorded {
  readonly noted: readonly string[];
  readonly fault: { readonly code: string; readonly detail: string } | null;
}

async function recordCommand(device: DeviceConfig, name: string, withPersonalData: boolean): Promise<Recorded> {
  const { narratorOf, openDriver } = await import('#drivers/catalog.ts');
  const { machineCables } = await import('#drivers/transport/cables.ts');
  const { writeRecord } = await import('#drivers/tap/wire-record.ts');
  const noted: string[] = [];
  const narrator = await narratorOf(device);
  const { class: deviceClass, model, settings } = device;
  const record = writeRecord(
    { deviceClass, model, settings: z.record(z.string(), Json).parse(settings) },
    { clock: systemClock, narrator, withPersonalData, note: (line) => noted.push(line) },
  );
  const driver = await openDriver(device, {
    tapFor: () => record,
    cables: machineCables,
    clock: systemClock,
    log: () => undefined,
  });
  driver.claimed();
  const completion = await driver.perform(name, {}, { timeoutMs: LONGEST_MS });
  await driver.close();
  if (completion.ok) return { noted, fault: null };
  const { code, completion: ended, detail } = completion.fault;
  return { noted, fault: { code, detail: detail ?? ended } };
}

/** The record is there whatever came of the command: that is what it is for. */
function answer(file: string, { noted, fault }: Recorded, say: Say): Answer {
  const frames = noted.length - 1;
  const ended = fault === null ? words('成功', 'well') : explainDevice(fault).message;
  const text = words(
    `${file}：${frames} 条。命令：${ended['zh-CN']}`,
    `${file}: ${frames} lines. The command: ${ended.en}`,
  );
  return ok({ result: { file, lines: frames, fault }, text: say(text), exitCode: fault === null ? 0 : 1 });
}
