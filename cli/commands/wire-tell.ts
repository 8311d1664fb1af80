/** `yeban wire tell FILE`: a recorded wire, frame by frame, in words. */
import { readFile } from 'node:fs/promises';
import { modelEntry } from '#contract/devices/models.ts';
import { fail, ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const options = {
  file: {
    type: 'positional',
    required: true,
    description: 'a file of yeban wire record',
    zh: 'yeban wire record 写的文件',
  },
} as const;

export const wireTell = makeCommand(
  'wire tell',
  words('用文字说明一份线路记录', 'a recorded wire in words'),
  options,
  async ({ file }): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const { readRecord } = await import('#drivers/tap/wire-record.ts');
    const { tellRecord } = await import('#drivers/tap/tell-record.ts');
    const { narratorOf } = await import('#drivers/catalog.ts');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      return notARecord(error instanceof Error ? error.message : String(error), say);
    }
    const record = readRecord(text);
    if (!record.ok) return notARecord(`${file}:${record.fault.line}`, say);
    const { deviceClass, model, settings } = record.value.head;
    const known = modelEntry(deviceClass, model)?.settings.safeParse(settings);
    if (known?.success !== true || deviceClass === 'Camera')
      return notARecord(`${file}:1 ${deviceClass} ${model}`, say);
    const narrator = await narratorOf({ class: deviceClass, model, settings: known.data });
    const told = tellRecord(record.value.lines, narrator);
    const lines = told.map(({ t, dir, words: said }) => `${seconds(t)} ${dir === 'toDevice' ? '→' : '←'} ${say(said)}`);
    return ok({
      result: { model, lines: told.map((line) => ({ ...line })) },
      text: lines.length === 0 ? say(NOTHING) : lines.join('\n'),
      exitCode: 0,
    });
  },
);

const NOTHING = words('线路上什么也没有传过。', 'Nothing passed on the wire.');

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3).padStart(9);
}

function notARecord(message: string, say: Say): Answer {
  const hint = words(
    '请给 yeban wire record 写的文件；冒号后是出错的行。',
    'Name a file that yeban wire record wrote; after the colon is the line that is wrong.',
  );
  return fail({ code: 'usage', message, hint: say(hint), exitCode: 2 });
}
