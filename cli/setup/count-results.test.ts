/** The numbers at the end of `npm test` come from the runners' reports, and nothing that went wrong is left out. */
import { expect, test } from 'vitest';
import { NOTHING, add, closingLine, countExitCode, countReport } from './count-results.mjs';

const file = (status: string, ...tests: readonly (readonly [string, string])[]) => ({
  name: 'a.test.ts',
  status,
  message: 'boom',
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
});

test('passed, failed and skipped tests are counted by name', () => {
  const report = { testResults: [file('failed', ['one', 'passed'], ['two', 'failed'], ['three', 'skipped'])] };
  const count = countReport('unit', 1, report);
  expect(closingLine(count)).toBe('1 passed, 1 failed, 1 skipped');
  expect(count.skipped).toEqual(['three']);
  expect(count.failures).toEqual(['a.test.ts › two']);
});

test('a file that could not be loaded is a failure', () => {
  const report = { testResults: [file('failed'), file('passed', ['one', 'passed'])] };
  expect(closingLine(countReport('unit', 1, report))).toBe('1 passed, 1 failed');
});

test('a run that ended badly is a failure although every test passed', () => {
  const report = { testResults: [file('passed', ['one', 'passed'])] };
  expect(closingLine(countReport('unit', 1, report))).toBe('1 passed, 1 failed');
});

test('a run without any test is a failure', () => {
  expect(closingLine(countReport('unit', 0, null))).toBe('0 passed, 1 failed');
  expect(closingLine(countReport('unit', 0, { testResults: [] }))).toBe('0 passed, 1 failed');
});

test('a tool without tests counts as one check', () => {
  const count = add(countExitCode('types', 0), add(NOTHING, countExitCode('lint', 2)));
  expect(closingLine(count)).toBe('1 passed, 1 failed');
});
