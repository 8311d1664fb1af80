/** Adds up results from the runners' own reports; a file that could not even run its tests counts as one failure. */
import { isAbsolute, relative } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[], failures: readonly string[] }} Count
 * @typedef {{ status: string, fullName: string }} ReportedTest
 * @typedef {{ name: string, status: string, message: string, assertionResults: readonly ReportedTest[] }} ReportedFile
 */

/** @type {Count} */
export const NOTHING = { passed: 0, failed: 0, skipped: [], failures: [] };

/** @param {Count} one @param {Count} other @returns {Count} */
export function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
    failures: [...one.failures, ...other.failures],
  };
}

/** One check that has nothing but an exit code. @param {string} title @param {number} status @returns {Count} */
export function countExitCode(title, status) {
  return status === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [title] };
}

/** @param {ReportedFile} file @returns {Count} */
function countFile(file) {
  const named = (/** @type {string} */ status) =>
    file.assertionResults.filter((test) => test.status === status).map((test) => test.fullName);
  const passed = named('passed').length;
  const where = isAbsolute(file.name) ? relative(ROOT, file.name) : file.name;
  const failures = named('failed').map((name) => `${where} › ${name}`);
  const skipped = file.assertionResults.length - passed - failures.length;
  if (file.status === 'failed' && failures.length === 0) failures.push(`${where} did not run: ${file.message}`);
  const names = [...named('skipped'), ...named('pending'), ...named('todo')];
  while (names.length < skipped) names.push(`${where}: not named`);
  return { passed, failed: failures.length, skipped: names, failures };
}

/**
 * A vitest run. No report, no test at all or an error outside of every test are failures too.
 * @param {string} title @param {number} status the exit code
 * @param {{ testResults: readonly ReportedFile[] } | null} report
 * @returns {Count}
 */
export function countReport(title, status, report) {
  const count = (report?.testResults ?? []).map(countFile).reduce(add, NOTHING);
  const ran = count.passed + count.failed;
  if (ran === 0) return add(count, countExitCode(`${title}: no test ran`, 1));
  if (status !== 0 && count.failed === 0) return add(count, countExitCode(`${title}: ended with an error`, status));
  return count;
}

/** The last line, plain, for people and machines. @param {Count} count */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
