/** The command line of the kiosk's Chromium. */
import { ORIGIN, type WindowSize } from '../shell.ts';

export interface LaunchOptions {
  /** Chromium itself, not a wrapper script: Debian's wrapper loads extensions and keys of its own. */
  readonly executable: string;
  readonly profileFolder: string;
  /** Added at the end, for example `--headless`. */
  readonly extraFlags?: readonly string[];
}

const FEATURES_OFF = ['Translate', 'MediaRouter', 'BackForwardCache', 'OptimizationHints', 'GlobalMediaControls'];

const FLAGS = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-extensions',
  '--password-store=basic',
  // Two ways of saying that nothing is reachable: no name resolves, and everything goes to a proxy that isn't there.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--site-per-process',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--kiosk',
  '--window-position=0,0',
];

/** Chromium's sandbox refuses to run as root, so root gets none; a kiosk in service runs as a user of its own. */
export function chromiumArguments(options: LaunchOptions, size: WindowSize, asRoot: boolean): readonly string[] {
  return [
    ...FLAGS,
    `--user-data-dir=${options.profileFolder}`,
    `--window-size=${size.width},${size.height}`,
    `--app=${ORIGIN}/`,
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(options.extraFlags ?? []),
  ];
}

/** The headless engine starts without any window. */
export function isHeadless(extraFlags: readonly string[] = []): boolean {
  return extraFlags.some((flag) => flag.startsWith('--headless'));
}
