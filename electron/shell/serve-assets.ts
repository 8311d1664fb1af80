/** The renderer build as responses, with the policy that says what the page may do: nothing but run and draw itself. */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** What a page in an ordinary browser needs beyond a kiosk's page; as in the policy's own grammar. */
export interface PageAllowance {
  /** For the WebSocket that is its bridge. */
  readonly connect?: string;
  /** For a page that shows it in a frame. */
  readonly frameAncestors?: string;
}

/** The worker that reads codes on paper has an engine in WebAssembly; the page itself may compile none. */
const MAY_COMPILE = /^\/assets\/camera-worker-[\w-]+\.js$/;

export function contentSecurityPolicy(
  { connect = "'none'", frameAncestors = "'none'" }: PageAllowance = {},
  pathname = '/',
): string {
  return [
    "default-src 'none'",
    MAY_COMPILE.test(pathname) ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connect}`,
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // Without allow-popups, -modals, -downloads and -top-navigation: the browser itself refuses those.
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}

/** The document camera is opened by our own page, and by no frame in it. */
const PERMISSIONS_POLICY = [
  'camera=(self)',
  ...[
    'clipboard-read',
    'clipboard-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'local-fonts',
    'microphone',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'usb',
    'window-management',
  ].map((feature) => `${feature}=()`),
].join(', ');

/**
 * Answers paths below a renderer build; `/` is index.html. A path that leaves the folder, names no file or has an
 * unknown ending gets an empty 404. Files are read at each request: the build is small and a reload is rare.
 */
export function serveAssets(folder: string, allowance?: PageAllowance): (pathname: string) => Promise<Response> {
  const root = path.resolve(folder);
  const headersOf = (pathname: string) => ({
    'content-security-policy': contentSecurityPolicy(allowance, pathname),
    'permissions-policy': PERMISSIONS_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  return async (pathname) => {
    const headers = headersOf(pathname);
    const refused = (): Response => new Response(null, { status: 404, headers });
    const file = fileBelow(root, pathname);
    const type = file === null ? undefined : MIME_TYPES[path.extname(file)];
    if (file === null || type === undefined) return refused();
    try {
      // A link in the folder could still lead out of it.
      const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
      if (!isBelow(realRoot, realFile)) return refused();
      return new Response(await readFile(realFile), { headers: { ...headers, 'content-type': type } });
    } catch {
      return refused();
    }
  };
}

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep);
}

function fileBelow(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = path.join(root, decoded === '/' ? 'index.html' : decoded);
  return isBelow(root, file) ? file : null;
}
