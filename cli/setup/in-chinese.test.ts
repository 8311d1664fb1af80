/** What `npm start` and `npm run setup` say before anything is installed is there in Chinese too. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { elapsed } from './progress.mjs';
import { inWords, readsChinese } from '../reads-chinese.mjs';

/** `npm test` is for whoever changes the program. */
const FOR_DEVELOPERS = ['test.mjs', 'test-packages.mjs', 'checks.mjs', 'count-results.mjs'];

afterEach(() => void vi.unstubAllEnvs());

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, true],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, true],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8' }, false],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8' }, true],
  [{}, false],
])('%j decides as on any Unix', (environment, chinese) => {
  expect(readsChinese(environment)).toBe(chinese);
});

test('the time a step took, in both languages', () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  expect(elapsed(Date.now() - 125_000)).toMatch(/^2 min \d+ s$/);
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  expect(elapsed(Date.now() - 125_000)).toMatch(/^2 分 \d+ 秒$/);
  expect(inWords('齐全', 'complete')).toBe('齐全');
});

test('nothing is said in one language only', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.mjs') && !FOR_DEVELOPERS.includes(file),
  );
  const alone = files.flatMap((file) => {
    const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    return [...source.matchAll(/(?:\bsay\(|\bwords: |NeedsAPerson\(\s*)['"`][A-Za-z].*/g)].map(
      ([said]) => `${file}: ${said}`,
    );
  });
  expect(alone).toEqual([]);
  const bilingual = files.flatMap((file) => [
    ...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(
      /inWords\(\s*(['`])(.*?)\1,\s*(['`])(.*?)\3,?\s*\)/gs,
    ),
  ]);
  expect(bilingual.length).toBeGreaterThan(30);
  const [han, letter] = [/\p{Script=Han}/u, /\p{Letter}/u];
  const wrong = bilingual.filter(
    ([, , chinese = '', , english = '']) =>
      letter.test(chinese.replaceAll(/\$\{[^}]*\}/g, '')) &&
      !(han.test(chinese) && !han.test(english.replace('夜办', ''))),
  );
  expect(wrong).toEqual([]);
});
