/** Shuts the doors of an Electron window: network, permissions, downloads, new windows, foreign pages, shortcuts. */
import type { BrowserWindow, Session } from 'electron';
import { keyAllowed } from '../key-allow-list.ts';
import { EMPTY_PAGE, emptyPage, ORIGIN, type ShellHost } from '../shell.ts';

function isOurs(url: string): boolean {
  return url === EMPTY_PAGE || url.startsWith(`${ORIGIN}/`);
}

/** `https` is answered from disk and nothing else is answered at all. */
export function lockSession(session: Session, asset: ShellHost['asset']): void {
  session.protocol.handle('https', (request) => {
    if (request.url === EMPTY_PAGE) return emptyPage();
    const url = new URL(request.url);
    if (url.origin !== ORIGIN || request.method !== 'GET') return new Response(null, { status: 403 });
    return asset(url.pathname);
  });
  session.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !isOurs(request.url) });
  });
  // The document camera, for our own page only; pictures, never sound.
  session.setPermissionRequestHandler((_page, permission, decide, details) => {
    const asked = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const onlyPictures = asked?.length === 1 && asked[0] === 'video';
    decide(permission === 'media' && onlyPictures && details.isMainFrame && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_page, permission, origin, details) =>
      permission === 'media' &&
      details.mediaType === 'video' &&
      details.isMainFrame &&
      URL.parse(origin)?.origin === ORIGIN,
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

export function lockWindow(window: BrowserWindow): void {
  const page = window.webContents;
  window.setMenu(null);
  // Neither the page nor Alt+F4 closes it; the shell destroys it, which does not ask.
  window.on('close', (event) => event.preventDefault());
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-frame-navigate', (event) => {
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  });
  page.on('will-redirect', (event) => {
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  });
  page.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  page.on('before-input-event', (event, input) => {
    const press = { key: input.key, ctrl: input.control, alt: input.alt, meta: input.meta };
    if (!keyAllowed(press)) event.preventDefault();
  });
  // Not awaited: it is only refused by a page that is going away.
  page.setVisualZoomLevelLimits(1, 1).catch(() => {});
}
