/** The kiosk in Electron, after `prepareElectron`. Import it only inside Electron: elsewhere the module is a downloader. */
import path from 'node:path';
import { app, BrowserWindow, ipcMain, powerSaveBlocker } from 'electron';
import { BRIDGE_NAMES } from '../../bridge/page-wire.ts';
import { CALL_CHANNEL, namesArgument, PUSH_CHANNEL } from '../../preload/electron-channels.ts';
import { BUILT_FOLDER } from '../built-folder.ts';
import { EMPTY_PAGE, ORIGIN, type OpenShell } from '../shell.ts';
import { lockSession, lockWindow } from './lock-down.ts';

/** Built from `electron/preload` by its vite config; a sandboxed preload must be one CommonJS file. */
const PRELOAD = path.join(BUILT_FOLDER, 'preload/electron-preload.cjs');

export const openElectronShell: OpenShell = async (host, size) => {
  await app.whenReady();
  const window = new BrowserWindow({
    width: size.width,
    height: size.height,
    kiosk: true,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
      additionalArguments: [namesArgument(BRIDGE_NAMES)],
      // Nothing of it is kept on disk.
      partition: 'kiosk',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
      webviewTag: false,
      disableDialogs: true,
    },
  });
  const page = window.webContents;
  const home = (): Promise<void> => page.loadURL(`${ORIGIN}/`);
  lockSession(page.session, host.asset);
  lockWindow(window);

  let closing = false;
  const awake = powerSaveBlocker.start('prevent-display-sleep');
  page.on('render-process-gone', (_event, details) => {
    // A renderer that was replaced on purpose ends cleanly.
    if (closing || details.reason === 'clean-exit') return;
    host.gone(`renderer ${details.reason}`);
    // Only another navigation can get in its way, and every one of those ends at our page as well.
    home().catch(() => host.gone('renderer not loaded again'));
  });
  page.on('unresponsive', () => {
    host.gone('renderer hung');
    // Its end is noticed above, like any other crash.
    page.forcefullyCrashRenderer();
  });
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, request: unknown) => {
    const ours = event.senderFrame === page.mainFrame && event.senderFrame?.origin === ORIGIN;
    return ours ? host.call(name, request) : { ok: false, failure: 'unknownCall' };
  });

  await home();
  window.show();
  return {
    publish: (name, payload) => {
      if (!page.isDestroyed()) page.send(PUSH_CHANNEL, name, payload);
    },
    reload: async () => {
      await page.session.clearStorageData();
      await page.loadURL(EMPTY_PAGE);
      await home();
      page.navigationHistory.clear();
    },
    close: async () => {
      closing = true;
      powerSaveBlocker.stop(awake);
      ipcMain.removeHandler(CALL_CHANNEL);
      window.destroy();
      await page.session.clearStorageData();
    },
  };
};
