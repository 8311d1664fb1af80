/** Shuts the doors of a browser: downloads, permissions, dialogs, file choosers and foreign pages. */
import { z } from 'zod';
import type { Cdp } from './cdp.ts';
import type { PageSession } from './page-session.ts';
import { ORIGIN } from '../shell.ts';

const PERMISSIONS_DENIED = ['notifications', 'geolocation', 'microphone', 'midi', 'clipboard-read'];
const FrameNavigated = z.object({ frame: z.object({ url: z.string(), parentId: z.string().optional() }) });

export async function lockBrowser(cdp: Cdp): Promise<void> {
  const set = (name: string, setting: 'denied' | 'granted'): Promise<unknown> =>
    cdp.send('Browser.setPermission', { origin: ORIGIN, permission: { name }, setting });
  await Promise.all([
    cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    ...PERMISSIONS_DENIED.map((name) => set(name, 'denied')),
    // The document camera, for our own page only; pictures, never sound.
    set('camera', 'granted'),
  ]);
}

/** `home` brings the page back to ours; it is called whenever the main frame shows anything else. */
export async function lockPage(page: PageSession, home: () => void): Promise<void> {
  page.on('Page.javascriptDialogOpening', z.unknown(), () => {
    page.tell('Page.handleJavaScriptDialog', { accept: false });
  });
  page.on('Page.frameNavigated', FrameNavigated, ({ frame }) => {
    if (frame.parentId === undefined && !frame.url.startsWith(`${ORIGIN}/`)) home();
  });
  await Promise.all([page.send('Page.enable'), page.send('Page.setInterceptFileChooserDialog', { enabled: true })]);
}
