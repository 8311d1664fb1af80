/** `npm test`: sets up what is missing, runs every check even after a failure, and counts. `npm test -- types unit` runs some. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { CHECKS } from './checks.mjs';
import { NOTHING, add, closingLine, countExitCode, countReport } from './count-results.mjs';
import { NeedsAPerson } from './project.mjs';
import { elapsed, say, step } from './progress.mjs';
import { skipNotesFile } from './report-skips.mjs';
import { runInForeground } from './run-program.mjs';
import { runScript, setUp } from './set-up.mjs';
import { bringTestPackages } from './test-packages.mjs';

/** @param {string} file @returns {any} null when it is not there */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {readonly string[]} names */
function choose(names) {
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = CHECKS.map((check) => check.name).join(', ');
    throw new NeedsAPerson(`There is no check named ${unknown.join(', ')}.`, `Name some of: ${known}.`);
  }
  return CHECKS.filter((check) => (names.length > 0 ? names.includes(check.name) : check.onlyByName !== true));
}

/** @param {import('./checks.mjs').Check} check @param {import('./set-up.mjs').Ready} ready */
async function runCheck(check, { node, env }) {
  const started = Date.now();
  say(`── ${check.title}`);
  if (check.report) for (const old of [check.report, skipNotesFile(check.name)]) rmSync(old, { force: true });
  const heartbeat = setInterval(() => say(`  … ${check.title}: ${elapsed(started)}`), 20_000);
  const status = await runInForeground(node, check.command, env).finally(() => clearInterval(heartbeat));
  const count = check.report
    ? countReport(check.title, status, readReport(check.report))
    : countExitCode(check.title, status);
  say(`   ${closingLine(count)} (${elapsed(started)})\n`);
  const reasons = check.report ? (readReport(skipNotesFile(check.name)) ?? {}) : {};
  return { ...count, skipped: count.skipped.map((name) => `${name} (${reasons[name] ?? 'no reason given'})`) };
}

await runScript(async () => {
  const checks = choose(process.argv.slice(2));
  const { node, env } = await setUp();
  // Only tests simulate such devices: whoever starts the demo hall gets nothing more from Debian.
  for (const note of await step('Debian packages', bringTestPackages, 'for simulated devices')) say(`  ! ${note}`);
  const plain = process.stdout.isTTY || process.env['FORCE_COLOR'] ? {} : { NO_COLOR: '1' };
  const ready = { node, env: { ...env, ...plain } };
  let total = NOTHING;
  for (const check of checks) total = add(total, await runCheck(check, ready));
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  for (const name of total.failures) console.log(`failed: ${name}`);
  console.log(closingLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
