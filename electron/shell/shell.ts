/** The port between the kiosk and the window it is seen in; all that main knows of Electron, Chromium or a browser tab. */
import type { CallOutcome, Push, PushName } from '#contract/bridge.ts';

/** The page's origin in every shipped shell. `.invalid` never resolves (RFC 2606): it is always answered from disk. */
export const ORIGIN = 'https://kiosk.invalid';

/** An empty page on a site of its own: to go there is to leave, and so to end, the renderer process of the kiosk. */
export const EMPTY_PAGE = 'https://empty.invalid/';

export function emptyPage(): Response {
  return new Response('', { headers: { 'content-type': 'text/html' } });
}

/** What a shell asks of the kiosk. */
export interface ShellHost {
  /** The file at a path like `/` or `/assets/main.js`, security headers included; status 404 when there is none. */
  asset(pathname: string): Promise<Response>;
  /** A call of the page; name and request are unchecked. Never rejects. */
  call(name: unknown, request: unknown): Promise<CallOutcome>;
  /** The renderer or the browser was lost, in a few words for the log; the shell brings it back by itself. */
  gone(reason: string): void;
}

export interface Shell {
  /** To the page that is shown now; a page that is just loading misses it and asks for the view itself. */
  publish<N extends PushName>(name: N, payload: Push<N>): void;
  /** Replaces the renderer, memory and storage included. Resolves when the new page has loaded. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** In pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Resolves when the page has loaded; rejects when no window can be had. */
export type OpenShell = (host: ShellHost, size: WindowSize) => Promise<Shell>;
