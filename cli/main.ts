/** The entry of `yeban`, in Node as in Electron: words in, text and an exit code out. */
import { runCli } from './run-cli.ts';

// A packed Electron is the program itself; Node and an unpacked Electron have this file's name first.
const packed = process.versions['electron'] !== undefined && !('defaultApp' in process);

const exitCode = await runCli(process.argv.slice(packed ? 1 : 2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
if (exitCode !== null) process.exitCode = exitCode;
