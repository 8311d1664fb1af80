/** `yeban device ID COMMAND`: one command to one device, through the running kiosk or by opening the device itself. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DeviceConfig } from '#contract/config.ts';
import { DEVICE_CLASSES } from '#contract/devices/classes.ts';
import { Json } from '#contract/json.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { explainControl } from '../kiosk/explain-control.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';
import { testCommand } from './device-test.ts';
import { traceCommand } from './device-trace.ts';
import { deviceText } from './device-words.ts';

const LONGEST_MS = 120_000;
const TRACE = 'trace';
const ACCEPT = 'accept';
const TEST = 'test';
const CONFORMANCE = 'conformance';

const options = {
  id: {
    type: 'positional',
    required: true,
    description: 'the device, as kiosk.yaml calls it',
    zh: 'kiosk.yaml 里的设备名',
  },
  command: {
    type: 'positional',
    required: true,
    description:
      'status, self-test, read, await-removal, print, …, test (all of them that can be tried), conformance or trace',
    zh: 'status 状态、self-test 自检、read 读卡、print 打印等，test 逐级测试、conformance 线路容错测试，或 trace 线路记录',
  },
  file: {
    type: 'string',
    valueHint: 'F.json',
    description: 'what the command works on, for example a receipt',
    zh: '命令的内容，例如一张凭条',
  },
  amount: {
    type: 'string',
    valueHint: 'FEN',
    description: 'accept: take notes and coins up to so many fen',
    zh: 'accept：收取现金，直到这么多分',
  },
  timeout: {
    type: 'string',
    default: '10000',
    valueHint: 'MS',
    description: 'how long it may take',
    zh: '最长等待的毫秒数',
  },
  follow: {
    type: 'boolean',
    description: 'trace: go on until Ctrl+C; with --json one document per line',
    zh: 'trace：持续显示，按 Ctrl+C 结束；加 --json 时每行一个文档',
  },
  ...CONFIG_OPTION,
} as const;

const WHAT_TO_READ = {
  CardReader: words('请把证件放在读卡区……', 'Lay a card on the reader …'),
  BarcodeReader: words('请把码对准扫码窗口……', 'Hold a code before the window …'),
} as const;

type CommandSchemas = Readonly<Record<string, { readonly payload: z.ZodType; readonly result: z.ZodType } | undefined>>;

export const device = makeCommand(
  'device',
  words('对单个设备执行一个命令', 'one command to one device'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const timeoutMs = Number(args.timeout);
    if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > LONGEST_MS)
      return usage(
        `--timeout ${args.timeout}`,
        words(`请给 1 到 ${LONGEST_MS} 毫秒。`, `Give 1 to ${LONGEST_MS} milliseconds.`),
        say,
      );
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    const found = config.value.devices.find(({ id }) => id === args.id);
    if (found === undefined)
      return unknownWord(
        args.id,
        config.value.devices.map(({ id }) => id),
        say,
      );
    if (args.command === TRACE)
      return traceCommand(config.value, found, { follow: args.follow === true, json: args.json === true }, say);
    if (args.follow === true)
      return usage(`${args.command} --follow`, words('--follow 只用于 trace。', 'Only trace takes --follow.'), say);
    if (args.command === TEST) return testCommand(config.value, found, say);
    if (args.command === CONFORMANCE) {
      const { conformanceCommand } = await import('./device-conformance.ts');
      return conformanceCommand(config.value, found, say);
    }
    if (args.command === ACCEPT && found.class === 'CashAcceptor') {
      // Loaded here, so that the other commands do not wait for it.
      const { acceptCommand } = await import('./device-accept.ts');
      return acceptCommand(config.value, found, { amount: args.amount, timeoutMs }, say);
    }
    const name = args.command.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const commands: CommandSchemas = DEVICE_CLASSES[found.class];
    const schemas = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (schemas === undefined)
      return unknownWord(args.command, [...Object.keys(commands).map(typed), TEST, CONFORMANCE, TRACE], say);
    const payload = await readPayload(args.file, schemas.payload, say);
    if (!payload.ok) return payload;
    if (name === 'read')
      process.stderr.write(`${say(WHAT_TO_READ[found.class === 'BarcodeReader' ? 'BarcodeReader' : 'CardReader'])}\n`);
    // Loaded here, so that the other commands do not wait for it.
    const { orderDevice } = await import('../kiosk/order-device.ts');
    const ordered = await orderDevice(config.value, {
      device: found,
      command: name,
      payload: payload.value,
      timeoutMs,
    });
    if (!ordered.ok) return fail(explainControl(ordered.fault, say));
    const { completion } = ordered.value;
    return completion.ok
      ? answerOf(completion.value, schemas.result, say)
      : fail(deviceFault(found, completion.fault, say));
  },
);

function typed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function readPayload(file: string | undefined, schema: z.ZodType, say: Say): Promise<Result<Json, CliFault>> {
  let given: unknown = {};
  try {
    if (file !== undefined) given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return usage(
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
      words('给一个 JSON 文件。', 'Give a JSON file.'),
      say,
    );
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(Json.parse(parsed.data));
  const hint = words(
    '这个命令需要 --file F.json，内容见上。',
    'The command needs --file F.json with what is named above.',
  );
  return usage(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'), hint, say);
}

function answerOf(value: Json, schema: z.ZodType, say: Say): Answer {
  const parsed = schema.safeParse(value);
  const result = Json.safeParse(parsed.data);
  if (!parsed.success || !result.success) {
    const { message, hint } = explainDevice({ code: 'device.protocol', detail: 'result' });
    return fail({ code: 'device.protocol', message: say(message), hint: say(hint), exitCode: 1 });
  }
  return ok({ result: result.data, text: deviceText(result.data, say), exitCode: isWell(result.data) ? 0 : 1 });
}

/** A receipt that may not have come out, or a device that does not work, is something wrong found. */
function isWell(result: Json): boolean {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return true;
  if ('outcome' in result) return result['outcome'] === 'printed';
  return !('state' in result) || ['online', 'deviceBusy'].includes(String(result['state']));
}

function deviceFault({ id }: DeviceConfig, fault: { code: string; detail: string }, say: Say): CliFault {
  const { message, hint } = explainDevice(fault);
  const detail = { device: id, said: fault.detail };
  return { code: fault.code, message: `${id}: ${say(message)}`, hint: say(hint), detail, exitCode: 1 };
}

function unknownWord(word: string, known: readonly string[], say: Say): Result<never, CliFault> {
  const like = nearestWord(word, known);
  const list = known.join(', ');
  const hint = words(
    like === null ? `可用的有：${list}` : `是不是 ${like}？可用的有：${list}`,
    like === null ? `Known: ${list}` : `Did you mean ${like}? Known: ${list}`,
  );
  return usage(say(words(`没有“${word}”。`, `There is no “${word}”.`)), hint, say);
}

function usage(message: string, hint: ReturnType<typeof words>, say: Say): Result<never, CliFault> {
  return fail({ code: 'usage', message, hint: say(hint), exitCode: 2 });
}
