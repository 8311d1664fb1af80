/** Every value that a board of ours shows has words in both languages, and the same words wherever it is shown. */
import { expect, test } from 'vitest';
import { STATE_WORDS, valueName, valueWords } from './status-words.table.ts';

const BOARDS: Readonly<Record<string, readonly string[]>> = {
  ...{ service: ['in', 'out'], paper: ['ok', 'nearEnd', 'out'], cover: ['open', 'closed'], cutter: ['ok', 'jammed'] },
  mechanism: ['ok', 'waiting', 'recoverable', 'failed'],
  ...{ toner: ['ok', 'nearEnd', 'out'], tonerPercent: [], module: ['ok', 'failed'], card: ['present', 'notPresent'] },
  ...{ recipes: ['verified', 'unverified'], scanner: ['connected', 'heard'], picture: ['ok', 'black', 'frozen'] },
  ...{ model: ['expected', 'other'], acceptor: ['ok', 'jammed'], cashBox: ['ok', 'full', 'removed'] },
  ...{ escrow: ['empty', 'occupied'], door: ['open', 'closed'], presence: ['present', 'notPresent'] },
  ...{ mains: ['ok', 'failed'], battery: ['ok', 'low'], ups: ['ok', 'failed', 'shuttingDown', 'bypassed'] },
  ...{ batteryPercent: [], batteryVolts: [], load: [], temperature: [], ratedVolts: [] },
};

test.each(Object.entries(BOARDS))('%s and its values are said in Chinese', (name, values) => {
  expect(valueName(name)['zh-CN']).toMatch(/\p{Script=Han}/u);
  for (const value of [...values, 'unknown']) {
    if (name !== 'service') expect(valueWords(name, value)['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(valueWords(name, value).en).not.toMatch(/[a-z][A-Z]/);
  }
});

test('what is out of service is not used up, a number has its unit, silence is unknown', () => {
  expect(valueWords('service', 'out').en).not.toBe(valueWords('paper', 'out').en);
  expect(valueWords('tonerPercent', '40')).toEqual({ 'zh-CN': '40 %', en: '40 %' });
  expect(valueWords('no-such-value', '7')['zh-CN']).toBe('7');
  expect(STATE_WORDS.unknown).toEqual({ 'zh-CN': '未知', en: 'unknown' });
  expect(STATE_WORDS.userError['zh-CN']).toBe('等待人工处理');
});
