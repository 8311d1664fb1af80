/** The limit of a start: plain Node, the same shell, and a page with nothing to draw. */
import { systemClock } from '#electron/main/system-clock.ts';
import { openChromiumShell } from '#electron/shell/chromium/chromium-shell.ts';
import { emptyKiosk } from './empty-kiosk.ts';
import { closeWithParent, readSettings, sayPainted } from './measured-process.ts';

const { executable, profileFolder, extraFlags } = readSettings();
const open = openChromiumShell({
  executable,
  profileFolder,
  extraFlags: ['--headless', ...extraFlags],
  clock: systemClock,
  network: 'unreachable',
});
const shell = await open(emptyKiosk(sayPainted), { width: 1080, height: 1920 });
closeWithParent(() => shell.close());
