/** The entry of `yeban` under the right Node: words in, text and an exit code out. */
import { runCli } from './run-cli.ts';

const exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
if (exitCode !== null) process.exitCode = exitCode;
