/** Packages are installed again when they differ from the lock, and only then. */
import { expect, test } from 'vitest';
import { packagesMatchLock } from './packages.mjs';

const entry = (version: string, more = {}) => ({ version, integrity: `sha512-${version}`, ...more });
const manifest = { dependencies: { zod: '4.6.7' }, scripts: { start: 'anything' } };
const lock = {
  packages: {
    '': { dependencies: { zod: '4.6.7' } },
    'node_modules/zod': entry('4.6.7'),
    'node_modules/elsewhere': entry('1.0.0', { optional: true, os: ['none'], cpu: ['none'] }),
  },
};
const installed = (packages: object) => ({ packages });

test('what npm says it installed is believed', () => {
  expect(packagesMatchLock(manifest, lock, installed({ 'node_modules/zod': entry('4.6.7') }))).toBe(true);
});

test('a binary for this very machine may not be left out', () => {
  const here = entry('1.0.0', { optional: true, os: [process.platform], cpu: [process.arch] });
  const more = { packages: { ...lock.packages, 'node_modules/here': here } };
  expect(packagesMatchLock(manifest, more, installed({ 'node_modules/zod': entry('4.6.7') }))).toBe(false);
});

test.for([
  ['nothing is installed', manifest, null],
  ['a package is missing', manifest, installed({})],
  ['a package has another version', manifest, installed({ 'node_modules/zod': entry('4.6.6') })],
  [
    'a package is left over',
    manifest,
    installed({ 'node_modules/zod': entry('4.6.7'), 'node_modules/x': entry('1.0.0') }),
  ],
  ['package.json asks for something else', { dependencies: {} }, installed({ 'node_modules/zod': entry('4.6.7') })],
])('it is not enough when %s', ([, ask, there]) => {
  expect(packagesMatchLock(ask, lock, there)).toBe(false);
});
