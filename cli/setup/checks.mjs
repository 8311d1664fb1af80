/** What `npm test` and `npm run test:full` run, in order: each check is one of the project's tools, started as a developer would by hand. */
import { join } from 'node:path';
import { BUILT, ROOT } from './project.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} title what a reader is told
 * @property {readonly string[]} command script of the tool, then its arguments
 * @property {string | null} report the file in which vitest reports its tests; null when the exit code is the result
 * @property {boolean} [onlyByName] too long for `npm test`
 */

const tool = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);

/** @param {string} name @param {string} title @returns {Check} */
function tests(name, title) {
  const report = join(BUILT, 'reports', `${name}.json`);
  const notes = join(ROOT, 'cli/setup/report-skips.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${notes}`];
  return { name, title, command: [tool('vitest/vitest.mjs'), 'run', '--project', name, ...reporters], report };
}

/** @type {readonly Check[]} */
export const CHECKS = [
  { name: 'types', title: 'types (tsc)', command: [tool('typescript/bin/tsc'), '-b'], report: null },
  { name: 'lint', title: 'lint (oxlint)', command: [tool('oxlint/bin/oxlint'), '--deny-warnings'], report: null },
  {
    name: 'format',
    title: 'format (prettier)',
    command: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    report: null,
  },
  tests('unit', 'tests beside the sources'),
  tests('journeys', 'journeys over real wires'),
  { ...tests('all-paths', 'every path in every mode'), onlyByName: true },
];
