/** Puts the browser into a network namespace with nothing in it, not even a loopback that is up. */
import { spawnSync } from 'node:child_process';

/** Root may simply leave the network; anyone else needs a user namespace of their own for it. */
function unshareFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--net'];
}

/** Whether this machine lets us; some containers and hardened kernels don't. */
export function canLeaveNetwork(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', [...unshareFlags(), 'true']).status === 0;
}

/** The command line that starts `command` without a network; it replaces itself, so the process is the browser's. */
export function withoutNetwork(command: string, args: readonly string[]): readonly [string, readonly string[]] {
  return ['unshare', [...unshareFlags(), '--', command, ...args]];
}
