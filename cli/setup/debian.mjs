/** Packages of Debian: which are there, and getting those that are not, where that is allowed. */
import { existsSync } from 'node:fs';
import { inWords } from '../reads-chinese.mjs';
import { lastLines, runQuietly } from './run-program.mjs';

/** @param {readonly string[]} packages @returns {Promise<string[]>} those that are not installed; all of them where there is no dpkg */
export async function notInstalled(packages) {
  const format = '${Package} ${db:Status-Status}\\n';
  const { output } = await runQuietly('dpkg-query', ['-W', '-f', format, ...packages]);
  const lines = new Set(output.split('\n'));
  return packages.filter((name) => !lines.has(`${name} installed`));
}

/**
 * Installs as root, else says what somebody else has to do.
 * @param {readonly string[]} packages
 * @returns {Promise<string | null>} what stands in the way, with the command for whoever may; null when they are there now
 */
export async function installPackages(packages) {
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const byHand = `sudo apt-get update && sudo apt-get ${install.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    return inWords(`这不是 Debian：${packages.join('、')}`, `this is no Debian: ${packages.join(', ')}`);
  }
  if (process.getuid?.() !== 0) {
    return inWords(`只有 root 可以安装：\n      ${byHand}`, `only root may install them:\n      ${byHand}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update'], { env });
  const { status, output } = await runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...install], { env });
  const said = lastLines(output, 2);
  return status === 0
    ? null
    : inWords(`apt-get 没有装成（${said}）：\n      ${byHand}`, `apt-get could not (${said}):\n      ${byHand}`);
}
