/** Every command's help, found from `yeban --help` on: in Chinese and in English, with the same commands and options. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Language } from '#contract/language.ts';
import { runCli } from './run-cli.ts';

const LOCALE: Readonly<Record<Language, string>> = { 'zh-CN': 'zh_CN.UTF-8', en: 'C.UTF-8' };
const HAN = /\p{Script=Han}/u;

afterEach(() => void vi.unstubAllEnvs());

async function help(language: Language, words: readonly string[]): Promise<string> {
  vi.stubEnv('LC_ALL', LOCALE[language]);
  const out: string[] = [];
  const print = (text: string): void => void out.push(text);
  expect(await runCli([...words, '--help'], { out: print, error: print })).toBe(0);
  return out.join('\n');
}

/** The lines that explain something: `  yeban … NAME  what it does`, `  --option  …`, `  ARGUMENT  …`. */
function explained(text: string, words: readonly string[]): { readonly name: string; readonly says: string }[] {
  const below = ['yeban', ...words, '[a-z-]+'].join(' ');
  const lines = text.matchAll(new RegExp(`^ +(${below}|--[a-z-]+|[A-Z]+)(?:=<.*?>)? +(.+)$`, 'gm'));
  return [...lines].map(([, name = '', says = '']) => ({ name, says }));
}

async function commandsBelow(words: readonly string[]): Promise<(readonly string[])[]> {
  const names = explained(await help('en', words), words).filter(({ name }) => name.startsWith('yeban '));
  const below = await Promise.all(names.map(({ name }) => commandsBelow(name.split(' ').slice(1))));
  return [words, ...below.flat()];
}

test('the same commands and options are explained in both languages, each in its own', async () => {
  const commands = await commandsBelow([]);
  expect(commands.length).toBeGreaterThan(30);
  for (const words of commands) {
    const chinese = await help('zh-CN', words);
    const english = await help('en', words);
    const [inChinese, inEnglish] = [explained(chinese, words), explained(english, words)];
    expect(inEnglish.length, english).toBeGreaterThan(0);
    expect(
      inChinese.map(({ name }) => name),
      words.join(' '),
    ).toEqual(inEnglish.map(({ name }) => name));
    expect(
      inChinese.filter(({ says }) => !HAN.test(says)),
      words.join(' '),
    ).toEqual([]);
    expect(
      inEnglish.filter(({ says }) => HAN.test(says)),
      words.join(' '),
    ).toEqual([]);
    expect(chinese).not.toMatch(/USAGE|OPTIONS|ARGUMENTS|\(Required\)|\(Default/);
  }
});

test('what is typed wrong is answered in Chinese too', async () => {
  vi.stubEnv('LC_ALL', LOCALE['zh-CN']);
  for (const [words, message] of [
    [['kiosc'], '没有 kiosc 这个命令。\n是不是：yeban kiosk'],
    [['release', 'sgn'], '没有 yeban release sgn 这个命令。\n是不是：yeban release sign'],
    [['release', 'xyz'], '没有 yeban release xyz 这个命令。\n用法见：yeban release --help'],
    [['release'], 'yeban release 后面还要一个词。\n用法见：yeban release --help'],
    [['release', 'sign', 'release-8'], '缺少 --key\n用法见：yeban release sign --help'],
    [['flows', 'check'], '缺少 FOLDER\n用法见：yeban flows check --help'],
    [['hub', '--prot', '1'], '没有选项 --prot。\n用法见：yeban hub --help'],
    [['hub', '--port', 'x'], '--port x 不是端口号。\n请给 0 到 65535 的数；0 表示自动选一个空闲的。'],
  ] as const) {
    const errors: string[] = [];
    expect(await runCli(words, { out: () => undefined, error: (text) => void errors.push(text) })).toBe(2);
    expect(errors).toEqual([message]);
  }
});
