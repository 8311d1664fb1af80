/** What Electron takes only before it is ready: to be said while the entry of the process is still being evaluated. */
import { app } from 'electron';

export function prepareElectron(): void {
  app.commandLine.appendSwitch('site-per-process');
  app.commandLine.appendSwitch('disable-features', 'BackForwardCache');
  // The kiosk ends when main has closed everything, not when its window is gone.
  app.on('window-all-closed', () => {});
}
