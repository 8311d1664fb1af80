/** Electron's preload: puts `window.kiosk` on our page, over IPC channels that the page can't name. */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, PUSH_CHANNEL, readNamesArgument } from './electron-channels.ts';
import { makeKioskWindow } from './make-kiosk-window.ts';

// Session storage outlives its page and even its process: nothing is handed on to the next citizen's.
sessionStorage.clear();

const end = makeKioskWindow(readNamesArgument(process.argv), (name, request) =>
  ipcRenderer.invoke(CALL_CHANNEL, name, request),
);
ipcRenderer.on(PUSH_CHANNEL, (_event, name: string, payload: unknown) => {
  end.push(name, payload);
});
// The system's print dialog is a door out of the kiosk; `disableDialogs` doesn't cover it (electron#32925).
contextBridge.executeInMainWorld({
  func: () => {
    Object.defineProperty(window, 'print', { value: () => {} });
  },
});
contextBridge.exposeInMainWorld('kiosk', end.kiosk);
