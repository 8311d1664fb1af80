/** A fresh kiosk as in the field, in a headless Chromium: the process whose start is measured. */
import { loadConfig } from '#electron/config/load-config.ts';
import { startKiosk } from '#electron/main/start.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { openChromiumShell } from '#electron/shell/chromium/chromium-shell.ts';
import path from 'node:path';
import { closeWithParent, readSettings, sayPainted } from './measured-process.ts';

const { executable, profileFolder, configFile, sessionKeyFolder, extraFlags } = readSettings();
const config = await loadConfig(configFile ?? '');
if (!config.ok) throw new Error(JSON.stringify(config.fault));
const kiosk = await startKiosk({
  config: config.value,
  openShell: openChromiumShell({
    executable,
    profileFolder,
    extraFlags: ['--headless', ...extraFlags],
    clock: systemClock,
    network: 'unreachable',
  }),
  rendererFolder: path.resolve(import.meta.dirname, '../../.build/renderer'),
  sessionKeyFolder,
  clock: systemClock,
  log: () => {},
  painted: sayPainted,
});
closeWithParent(() => kiosk.close());
