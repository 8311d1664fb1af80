/** What the doctor says of one kiosk as a document, for the log bundle that a technician takes along. */
import { loadConfig } from '#electron/config/load-config.ts';
import { sayTo } from '../reader-language.ts';
import { checkResult } from './check.ts';
import { runChecks } from './run-checks.ts';

export async function doctorReport(configFile: string): Promise<unknown> {
  const config = await loadConfig(configFile);
  const checks = await runChecks({ configFile, config, device: null, note: () => {} });
  return { checks: checks.map((check) => checkResult(check, sayTo('en'))) };
}
