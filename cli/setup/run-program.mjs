/** Starts other programs: quietly with their output kept, or in the foreground as if they were this one. */
import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

const PARENT = process.ppid;
const GLANCE_MS = 500;

/**
 * Runs to the end without showing anything. Never rejects: a program that can't be started has status -1.
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 0,
    });
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.on('error', (error) => resolve({ status: -1, output: error.message }));
    child.on('close', (code) => resolve({ status: code ?? -1, output: Buffer.concat(parts).toString() }));
  });
}

/**
 * Runs in the foreground; its status is ours. What tells us to stop is passed on. A terminal's Ctrl+C goes to the whole
 * group by itself and is not told again, except to a program that takes two for one (`hearsTwice`): on a terminal, an
 * interrupt that was meant for npm alone looks just like it.
 * @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @param {{ cwd?: string, hearsTwice?: boolean }} [how]
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, env, { cwd = ROOT, hearsTwice = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const interrupt = () => {
      if (hearsTwice || !process.stdin.isTTY) child.kill('SIGINT');
    };
    const terminate = () => child.kill('SIGTERM');
    process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', terminate);
    const stopGlancing = onceOrphaned(terminate);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', terminate);
      stopGlancing();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * An npm that is killed, and a shell between npm and us that ends, say no word to us; then we have another parent.
 * @param {() => void} stop @returns {() => void} how to look no more
 */
function onceOrphaned(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {};
  const glance = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(glance);
    stop();
  }, GLANCE_MS);
  return () => clearInterval(glance);
}

/** The end of a long output, for a message. @param {string} output */
export function lastLines(output, count = 12) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
