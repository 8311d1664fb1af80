/** Electron's preload: puts `window.kiosk` on our page, over IPC channels that the page can't name. */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, PUSH_CHANNEL, readNamesArgument } from './electron-channels.ts';
import { makeKioskWindow } from './make-kiosk-window.ts';

const end = makeKioskWindow(readNamesArgument(process.argv), (name, request) =>
  ipcRenderer.invoke(CALL_CHANNEL, name, request),
);
ipcRenderer.on(PUSH_CHANNEL, (_event, name: string, payload: unknown) => {
  end.push(name, payload);
});
contextBridge.exposeInMainWorld('kiosk', end.kiosk);
