/** kiosk.yaml as technicians write it, right and wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '#contract/language.ts';
import { loadConfig, parseConfig } from './load-config.ts';
import { OWN_WORDS } from './own-words.table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const GOOD = `station: micro-centre-1
store: ./state
hub: { url: "http://127.0.0.1:8700" }
technician: { bundleFolders: [./share] }
devices:
  - { id: card-reader, class: CardReader, model: idcard-sdt, path: /dev/ttyS1 }
  - id: receipt
    class: Printer
    model: receipt-escpos
    path: wires/receipt
    settings: { baudRate: 9600, columns: 32 }
`;

/** The mistakes as `line:column path message`. */
function mistakesIn(text: string, language: Language = 'en'): string[] {
  const config = parseConfig(text, '/kiosk');
  if (config.ok) throw new Error('it was accepted');
  return config.fault.map(
    ({ line, column, path: place, message }) => `${line}:${column} ${place} ${message[language]}`,
  );
}

describe('a right file', () => {
  test('is read with its defaults, and its relative paths start at its folder', async () => {
    const file = path.join(folder, 'kiosk.yaml');
    writeFileSync(file, GOOD);
    const config = await loadConfig(file);
    expect(config).toEqual({
      ok: true,
      value: {
        station: 'micro-centre-1',
        store: path.join(folder, 'state'),
        hub: { url: 'http://127.0.0.1:8700' },
        shell: 'auto',
        technician: { idleMinutes: 5, bundleFolders: [path.join(folder, 'share')] },
        devices: [
          {
            id: 'card-reader',
            class: 'CardReader',
            model: 'idcard-sdt',
            path: '/dev/ttyS1',
            settings: { baudRate: 115200 },
          },
          {
            id: 'receipt',
            class: 'Printer',
            model: 'receipt-escpos',
            path: path.join(folder, 'wires/receipt'),
            settings: {
              baudRate: 9600,
              columns: 32,
              proof: 'processId',
              rareSigns: '/usr/share/unifont/unifont.hex',
            },
          },
        ],
      },
    });
  });
});

describe('a wrong file', () => {
  const MANY = `station: Micro Centre
stor: ./state
hub:
  url: http://hub.wangshu.example
  enrollment: abc
shell: firefox
devices:
  - { id: card-reader, class: CardReader, model: idcard-std, path: "" }
  - id: card-reader
    class: Printer
    model: receipt-escpos
    path: 5
    settings:
      baudRate: 1200
      columns: 100
      colums: 48
  - nothing
`;

  test('lists every mistake at once, each with its line', () => {
    expect(mistakesIn(MANY)).toEqual([
      '1:1 store is missing; it must be text',
      '1:10 station must be lower-case words joined by hyphens, for example micro-centre-1, not "Micro Centre"',
      '2:1 stor unknown setting "stor"; did you mean "store"?',
      '4:8 hub.url must start with https:// (plain http:// only to this machine)',
      '5:3 hub.enrollment unknown setting "enrollment"; did you mean "enrolment"?',
      '6:8 shell must be one of auto, electron, chromium, not "firefox"',
      expect.stringMatching(/^8:50 devices\[0\].model CardReader has no model "idcard-std"; known: idcard-sdt\b/),
      '8:68 devices[0].path must not be empty',
      '9:9 devices[1].id the same id "card-reader" as device 1',
      '12:11 devices[1].path must be text, not 5; put it in quotes: "5"',
      '14:17 devices[1].settings.baudRate must be one of 9600, 19200, 38400, 57600, 115200, not 1200',
      '15:16 devices[1].settings.columns must be at most 64, not 100',
      '16:7 devices[1].settings.colums unknown setting "colums"; did you mean "columns"?',
      '17:5 devices[2] must be a group of settings, not "nothing"',
    ]);
  });

  test('says the same in Chinese', () => {
    expect(mistakesIn(MANY, 'zh-CN')).toEqual([
      '1:1 store 没有写；必须是文字',
      '1:10 station 必须是用连字符连起来的小写英文词，例如 micro-centre-1，不能是“Micro Centre”',
      '2:1 stor 没有设置“stor”；是不是“store”？',
      '4:8 hub.url 必须以 https:// 开头（http:// 只能指向本机）',
      '5:3 hub.enrollment 没有设置“enrollment”；是不是“enrolment”？',
      '6:8 shell 必须是以下之一：auto, electron, chromium，不能是“firefox”',
      expect.stringMatching(/^8:50 devices\[0\].model CardReader 没有型号“idcard-std”；已有：idcard-sdt\b/),
      '8:68 devices[0].path 不能是空的',
      '9:9 devices[1].id 和第 1 个设备的 id 一样：“card-reader”',
      '12:11 devices[1].path 必须是文字，不能是 5；请加引号："5"',
      '14:17 devices[1].settings.baudRate 必须是以下之一：9600, 19200, 38400, 57600, 115200，不能是 1200',
      '15:16 devices[1].settings.columns 最大是 64，不能是 100',
      '16:7 devices[1].settings.colums 没有设置“colums”；是不是“columns”？',
      '17:5 devices[2] 必须是一组设置，不能是“nothing”',
    ]);
    expect(mistakesIn('', 'zh-CN')).toEqual(['1:1  是空的；kiosk.yaml 至少要写 station、store、hub']);
  });

  test.each(['config.ts', 'hub-config.ts', 'safe-address.ts', 'devices/models.ts', 'hub-enrolment.ts'])(
    'what contract/%s says of a setting is there in Chinese',
    (file) => {
      const source = readFileSync(path.join(import.meta.dirname, '../../contract', file), 'utf8');
      const said = [...source.matchAll(/\berror:\s+'((?:[^'\\]|\\.)*)'/g)].map(([, words = '']) =>
        words.replaceAll('\\\\', '\\'),
      );
      expect(said.filter((words) => OWN_WORDS[words] === undefined)).toEqual([]);
      const made = [...source.matchAll(/addIssue\(\{[^]*?\}\);/g)].filter(([issue]) =>
        issue.includes("code: 'custom'"),
      );
      expect(made.filter(([issue]) => !issue.includes('zh:'))).toEqual([]);
    },
  );

  test('that is not YAML says where', () => {
    expect(mistakesIn('station: micro-centre-1\nhub: { url: "http://127.0.0.1:8700"\nstore: x\n')[0]).toMatch(
      /^[23]:\d+  is not valid YAML: /,
    );
    expect(mistakesIn('station: a\nstation: b\n')).toEqual(['2:1  is not valid YAML: Map keys must be unique']);
  });

  test('with aliases that unfold to gigabytes is refused before they unfold', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: [*b,*b,*b,*b]'].join('\n');
    expect(mistakesIn(bomb)[0]).toBe('2:8  write it out: *a (an alias) is not allowed here');
    expect(mistakesIn('['.repeat(50_000))[0]).toMatch(/nested too deeply|not valid YAML/);
    expect(mistakesIn('store: !!js/function "x"\n')[0]).toMatch(/^1:8 /);
  });

  test.each([
    ['', '1:1  is empty; a kiosk.yaml names at least station, store and hub'],
    ['# only a remark\n', '1:1  is empty; a kiosk.yaml names at least station, store and hub'],
    ['- a\n', '1:1  must be a group of settings, not a list'],
    ['just words\n', '1:1  must be a group of settings, not "just words"'],
  ])('like %j is told apart', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });

  test('that is absent, binary or huge is refused with words', async () => {
    const file = path.join(folder, 'kiosk.yaml');
    expect(await loadConfig(file)).toMatchObject({
      ok: false,
      fault: [{ message: { en: expect.stringMatching(/can't be read/) } }],
    });
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect(await loadConfig(file)).toMatchObject({ ok: false, fault: [{ message: { en: 'is not UTF-8 text' } }] });
    writeFileSync(file, `# ${'x'.repeat(70_000)}`);
    expect(await loadConfig(file)).toMatchObject({
      ok: false,
      fault: [{ message: { en: expect.stringMatching(/too large/) } }],
    });
    expect(await loadConfig(folder)).toMatchObject({ ok: false });
  });
});
