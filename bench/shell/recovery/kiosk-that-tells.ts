/** A fresh kiosk as in the field, in a headless Chromium, that tells its parent what was painted and which device is ready. */
import path from 'node:path';
import { loadConfig } from '#electron/config/load-config.ts';
import { endOnTheUnexpected } from '#electron/main/crash-policy.ts';
import { jsonLog } from '#electron/main/json-log.ts';
import { startKiosk } from '#electron/main/start.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { openChromiumShell } from '#electron/shell/chromium/chromium-shell.ts';
import { closeWithParent, readSettings } from '../measured-process.ts';
import type { Told } from './told.ts';

const { executable, profileFolder, configFile, sessionKeyFolder, extraFlags } = readSettings();
endOnTheUnexpected(jsonLog('main'));
const tell = (what: Told['what'], of: string | number): void => {
  const told: Told = { what, of, at: performance.timeOrigin + performance.now() };
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
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
  rendererFolder: path.resolve(import.meta.dirname, '../../../.build/renderer'),
  sessionKeyFolder,
  clock: systemClock,
  log: (event, detail) => {
    if (event === 'devices.hostStarted') tell('deviceHost', Number(detail?.['pid']));
  },
  painted: (revision) => tell('painted', revision),
});
tell('deviceHost', kiosk.devices.pid);
const online = new Set<string>();
const watch = (device: string, state: string): void => {
  if (state !== 'online') online.delete(device);
  else if (!online.has(device)) {
    online.add(device);
    tell('online', device);
  }
};
kiosk.devices.onStatus((device, _class, { state }) => watch(device, state));
for (const { id } of config.value.devices) watch(id, kiosk.devices.status(id).state);
closeWithParent(() => kiosk.close());
