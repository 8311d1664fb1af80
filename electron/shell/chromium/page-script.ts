/** The text that Chromium runs first in every document: functions of `electron/preload`, put together with their names. */
import { BRIDGE_NAMES } from '../../bridge/page-wire.ts';
import { askByLine } from '../../preload/ask-by-line.ts';
import { openChromiumPage, type ChromiumPageSettings } from '../../preload/chromium-page.ts';
import { makeKioskWindow } from '../../preload/make-kiosk-window.ts';
import { keyAllowed } from '../key-allow-list.ts';
import { ORIGIN } from '../shell.ts';

/** `send` and `receive` are the names of globals; see ChromiumPageSettings. */
export function pageScript({ send, receive }: Pick<ChromiumPageSettings, 'send' | 'receive'>): string {
  const settings: ChromiumPageSettings = { origin: ORIGIN, send, receive, names: BRIDGE_NAMES };
  const parts = Object.entries({ makeKioskWindow, askByLine, keyAllowed })
    .map(([name, part]) => `${name}: (${part.toString()})`)
    .join(',\n');
  return `(${openChromiumPage.toString()})(${JSON.stringify(settings)}, {${parts}});`;
}
