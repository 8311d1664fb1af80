/** `yeban devices detect`: asks every port what hangs on it, compares that with kiosk.yaml, and drafts one. */
import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { placeText, type KioskConfig } from '#contract/config.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';
import type { Difference } from '../detect/compare-config.ts';
import type { Detected, FoundDevice } from '../detect/detect-devices.ts';
import { refuseBesideKiosk } from '../kiosk/kiosk-runs.ts';
import { loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const options = {
  config: {
    type: 'string',
    valueHint: 'kiosk.yaml',
    description: 'compare with this one; else with ./kiosk.yaml, if there is one',
    zh: '与它比较；不写时与 ./kiosk.yaml 比较（若有）',
  },
  ports: {
    type: 'string',
    valueHint: 'PATH,PATH',
    description: 'of serial ports look at these only',
    zh: '串口只看这些',
  },
  write: {
    type: 'string',
    valueHint: 'FILE',
    description: 'write the draft into a new file',
    zh: '把草稿写入新文件',
  },
} as const;

export const devicesDetect = makeCommand(
  'devices detect',
  words('逐个端口询问接了什么设备，生成 kiosk.yaml 草稿', 'ask every port what hangs on it, and draft a kiosk.yaml'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    if (args.write !== undefined && existsSync(args.write)) return taken(args.write, say);
    const config = await configOf(args.config, say);
    if (!config.ok) return config;
    const busy = config.value && (await refuseBesideKiosk(config.value, say));
    if (busy) return fail(busy);
    process.stderr.write(
      `${say(words('正在逐个询问端口，约十五秒……', 'Asking every port, about fifteen seconds …'))}\n`,
    );
    // Loaded here, so that the other commands do not wait for it.
    const { detectDevices } = await import('../detect/detect-devices.ts');
    const { compareConfig } = await import('../detect/compare-config.ts');
    const { draftConfig } = await import('../detect/draft-config.ts');
    const detected = await detectDevices(args.ports?.split(',').filter((port) => port !== '') ?? null);
    const differences = config.value === null ? [] : await compareConfig(config.value, detected);
    const draft = draftConfig(detected.found);
    if (args.write !== undefined) await writeFile(args.write, draft, { flag: 'wx' });
    const forbidden = detected.unknown.some(({ why }) => why === 'forbidden');
    return ok({
      result: resultOf(detected, differences, draft, say),
      text: textOf(detected, differences, args.write === undefined ? draft : null, say),
      exitCode: differences.length > 0 || forbidden ? 1 : 0,
    });
  },
);

async function configOf(file: string | undefined, say: Say): Promise<Result<KioskConfig | null, CliFault>> {
  if (file === undefined && !existsSync('./kiosk.yaml')) return ok(null);
  return loadKioskConfig(file ?? './kiosk.yaml', say);
}

function taken(file: string, say: Say): Answer {
  const message = say(words(`${file} 已经存在。`, `${file} is there already.`));
  const hint = say(words('换个文件名：草稿不会覆盖任何文件。', 'Name another file: a draft replaces nothing.'));
  return fail({ code: 'usage', message, hint, exitCode: 2 });
}

function resultOf({ found, unknown }: Detected, differences: readonly Difference[], draft: string, say: Say) {
  return {
    found: found.map(({ deviceClass, model, place, node, baudRate, by }) => ({
      class: deviceClass,
      model,
      place: placeText(place),
      node,
      baudRate,
      by,
    })),
    unknown: unknown.map(({ node, why, message, hint }) => ({ node, why, message: say(message), hint: say(hint) })),
    differences: differences.map(({ device, message, hint }) => ({ device, message: say(message), hint: say(hint) })),
    draft,
  };
}

function textOf(
  { found, unknown }: Detected,
  differences: readonly Difference[],
  draft: string | null,
  say: Say,
): string {
  const rows = found.map((device) => [device.node, device.model, speedOf(device), howFound(device, say)]);
  const others = unknown.map(({ node, message, hint }) => `${node}: ${say(message)}\n      → ${say(hint)}`);
  const wrong = differences.map(({ message, hint }) => `[!] ${say(message)}\n      → ${say(hint)}`);
  const nothing = words('没有找到设备。', 'No device was found.');
  const parts = [
    rows.length === 0 ? [say(nothing)] : columns(rows),
    others,
    wrong,
    draft === null ? [] : [draft.trimEnd()],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function speedOf({ baudRate }: FoundDevice): string {
  return baudRate === null ? '-' : String(baudRate);
}

function howFound({ by, place }: FoundDevice, say: Say): string {
  const how = {
    answer: words('有应答', 'answers'),
    descriptor: words('按 HID 描述符', 'by its descriptor'),
    name: words('仅凭名称，请核对', 'by its name only: check it'),
    service: words('由系统的 PC/SC 服务报告', 'named by the PC/SC service'),
  }[by];
  return `${say(how)}  ${placeText(place)}`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
