/** What ChromiumShell runs in a new document before the page's own scripts: the bridge, and the guard at the keyboard. */
import type { askByLine } from './ask-by-line.ts';
import type { BridgeNames, makeKioskWindow } from './make-kiosk-window.ts';

export interface ChromiumPageSettings {
  readonly origin: string;
  /** The global that carries text to the host; taken away before the page can see it. */
  readonly send: string;
  /** The global by which the host speaks; its name is random. */
  readonly receive: string;
  readonly names: BridgeNames;
}

/** The functions this one needs; handed over because only its source text travels. */
export interface ChromiumPageParts {
  readonly makeKioskWindow: typeof makeKioskWindow;
  readonly askByLine: typeof askByLine;
  readonly keyAllowed: (press: { key: string; ctrl: boolean; alt: boolean; meta: boolean }) => boolean;
}

/** Self-contained: its source is injected into every document as text. */
export function openChromiumPage(settings: ChromiumPageSettings, parts: ChromiumPageParts): void {
  const send: unknown = Reflect.get(window, settings.send);
  Reflect.deleteProperty(window, settings.send);
  // The browser's print dialog is a door out of the kiosk, in frames as well.
  Object.defineProperty(window, 'print', { value: () => {} });
  for (const gesture of ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick']) {
    addEventListener(gesture, (event) => event.preventDefault(), { capture: true });
  }
  const guardKey = (event: KeyboardEvent): void => {
    const press = { key: event.key, ctrl: event.ctrlKey, alt: event.altKey, meta: event.metaKey };
    if (!parts.keyAllowed(press)) event.preventDefault();
  };
  addEventListener('keydown', guardKey, { capture: true });
  addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { capture: true, passive: false },
  );

  if (window !== window.top || location.origin !== settings.origin || typeof send !== 'function') return;
  // Session storage outlives its page and even its process: nothing is handed on to the next citizen's.
  sessionStorage.clear();
  const asker = parts.askByLine(
    (line) => send(line),
    (name, payload) => end.push(name, payload),
  );
  const end = parts.makeKioskWindow(settings.names, asker.ask);
  Object.defineProperty(window, settings.receive, { value: asker.receive });
  Object.defineProperty(window, 'kiosk', { value: end.kiosk, enumerable: true });
}
