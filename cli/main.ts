/** The entry of `yeban`, in Node as in Electron: words in, text and an exit code out. */
import { runCli } from './run-cli.ts';

const inElectron = process.versions['electron'] !== undefined;
// A packed Electron is the program itself; Node and an unpacked Electron have this file's name first.
const packed = inElectron && !('defaultApp' in process);

if (inElectron) {
  const { prepareElectron } = await import('#electron/shell/electron/before-ready.ts');
  prepareElectron();
}

// Not awaited: Electron becomes ready only when this module has been evaluated, and a kiosk waits for that.
runCli(process.argv.slice(packed ? 1 : 2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
}).then(
  (exitCode) => end(exitCode ?? process.exitCode),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    end(1);
  },
);

/** Node ends when nothing is left to do, Electron only when it is told to. Without a code the command runs on. */
function end(exitCode: number | string | null | undefined): void {
  if (exitCode === null || exitCode === undefined) return;
  process.exitCode = exitCode;
  if (inElectron) process.exit();
}
