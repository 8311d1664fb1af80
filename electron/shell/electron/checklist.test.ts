/** Electron's security checklist, item by item, on what the shell and the preload really ask of Electron. */
import { parseSync } from 'oxc-parser';
import { beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { BRIDGE_NAMES } from '#electron/bridge/page-wire.ts';
import { CALL_CHANNEL, namesArgument } from '#electron/preload/electron-channels.ts';
import { EMPTY_PAGE, ORIGIN } from '#electron/shell/shell.ts';
import { contentSecurityPolicy, serveAssets } from '#electron/shell/serve-assets.ts';
import * as electron from '#fixtures/escapes/electron-record.ts';
import type { Recorded } from '#fixtures/escapes/electron-record.ts';
import { houseFiles, isCode, isTest, read } from '#fixtures/house/sources.ts';

vi.mock('electron', () => import('#fixtures/escapes/electron-record.ts'));

const FOREIGN = [
  'https://example.invalid/',
  'https://kiosk.invalid.example.invalid/',
  'https://kiosk.invalid@example.invalid/',
  'http://kiosk.invalid/',
  'file:///etc/passwd',
  'data:text/html,outside',
  'chrome://settings',
  'devtools://devtools/',
];

const Callback = z.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');
const asset = vi.fn(serveAssets('/nowhere'));
const call = vi.fn(async () => ({ ok: true as const, reply: null }));
let preferences: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const { prepareElectron } = await import('./before-ready.ts');
  prepareElectron();
  const { openElectronShell } = await import('./electron-shell.ts');
  await openElectronShell({ asset, call, gone: () => {} }, { width: 1080, height: 1920 });
  const Options = z.looseObject({ webPreferences: z.record(z.string(), z.unknown()) });
  preferences = Options.parse(electron.windows[0]).webPreferences;
});

/** What the last call of this name was given. */
function given(object: unknown, name: string): readonly unknown[] {
  return (object as Recorded).calls.get(name)?.at(-1) ?? [];
}

/** Whether an event of the page, with this address, is stopped. */
function stops(event: string, url: string): boolean {
  const preventDefault = vi.fn();
  electron.page.events.emit(event, { url, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

const switches = (): string =>
  ((electron.app['commandLine'] as Recorded).calls.get('appendSwitch') ?? []).map(([name]) => String(name)).join(' ');

test('1. Only load secure content', () => {
  const loaded = (electron.page.calls.get('loadURL') ?? []).map(([url]) => url);
  expect(loaded).toEqual([`${ORIGIN}/`]);
  expect([ORIGIN, EMPTY_PAGE].every((url) => url.startsWith('https://'))).toBe(true);
});

test('2. No Node.js integration', () => {
  expect(preferences).toMatchObject({ nodeIntegration: false });
  expect(preferences).not.toHaveProperty('nodeIntegrationInWorker');
  expect(preferences).not.toHaveProperty('nodeIntegrationInSubFrames');
});

test('3. Context isolation', () => {
  expect(preferences).toMatchObject({ contextIsolation: true });
});

test('4. Process sandboxing', () => {
  expect(preferences).toMatchObject({ sandbox: true });
  expect(switches()).not.toMatch(/no-sandbox|disable-.*sandbox/);
});

test('5. Permission requests', () => {
  const [decideRequest] = given(electron.session, 'setPermissionRequestHandler');
  const ours = { isMainFrame: true, requestingUrl: `${ORIGIN}/`, mediaTypes: ['video'] };
  const asked = (permission: string, details: object): unknown => {
    const decided = vi.fn();
    Callback.parse(decideRequest)({}, permission, decided, details);
    return decided.mock.calls[0]?.[0];
  };
  // The document camera, and nothing else.
  expect(asked('media', ours)).toBe(true);
  expect(asked('media', { ...ours, mediaTypes: ['video', 'audio'] })).toBe(false);
  expect(asked('media', { ...ours, mediaTypes: ['audio'] })).toBe(false);
  expect(asked('media', { ...ours, isMainFrame: false })).toBe(false);
  expect(asked('media', { ...ours, requestingUrl: 'https://elsewhere.invalid/' })).toBe(false);
  expect(asked('geolocation', { isMainFrame: true, requestingUrl: `${ORIGIN}/` })).toBe(false);
  const check = Callback.parse(given(electron.session, 'setPermissionCheckHandler')[0]);
  expect(check({}, 'media', ORIGIN, { mediaType: 'video', isMainFrame: true })).toBe(true);
  expect(check({}, 'media', ORIGIN, { mediaType: 'audio', isMainFrame: true })).toBe(false);
  expect(check({}, 'media', 'https://elsewhere.invalid', { mediaType: 'video', isMainFrame: true })).toBe(false);
  for (const handler of ['setPermissionCheckHandler', 'setDevicePermissionHandler']) {
    expect(Callback.parse(given(electron.session, handler)[0])({}, 'serial')).toBe(false);
  }
});

test('6. webSecurity stays on', () => {
  expect(preferences).toMatchObject({ webSecurity: true });
  expect(switches()).not.toContain('disable-web-security');
});

test('7. Content-Security-Policy', async () => {
  const [scheme, answer] = given(electron.session['protocol'], 'handle');
  expect(scheme).toBe('https');
  const response = await Callback.parse(answer)(new Request(`${ORIGIN}/`));
  expect(z.instanceof(Response).parse(response).headers.get('content-security-policy')).toBe(contentSecurityPolicy());
  expect(contentSecurityPolicy()).toMatch(/default-src 'none'.*script-src 'self'.*require-trusted-types-for 'script'/);
});

test('8. No allowRunningInsecureContent', () => {
  expect(preferences).not.toHaveProperty('allowRunningInsecureContent');
  expect(switches()).not.toContain('allow-running-insecure-content');
});

test('9. No experimental features', () => {
  expect(preferences).not.toHaveProperty('experimentalFeatures');
  expect(switches()).not.toMatch(/enable-(experimental|features)/);
});

test('10. No enableBlinkFeatures', () => {
  expect(preferences).not.toHaveProperty('enableBlinkFeatures');
  expect(switches()).not.toContain('enable-blink-features');
});

test('11. No allowpopups for webview', () => {
  expect(preferences).toMatchObject({ webviewTag: false });
  const pages = houseFiles().filter((file) => /^renderer\/.*\.(tsx|html)$/.test(file) && !isTest(file));
  expect(pages.filter((file) => /<webview|['"]webview['"]/i.test(read(file)))).toEqual([]);
});

test('12. Webview options are checked', () => {
  expect(stops('will-attach-webview', `${ORIGIN}/`)).toBe(true);
});

test('13. Navigation is limited', () => {
  for (const event of ['will-frame-navigate', 'will-redirect']) {
    expect(FOREIGN.filter((url) => !stops(event, url))).toEqual([]);
    expect(stops(event, `${ORIGIN}/`)).toBe(false);
  }
});

test('14. No new windows', () => {
  const [decide] = given(electron.page, 'setWindowOpenHandler');
  expect(Callback.parse(decide)({ url: `${ORIGIN}/` })).toEqual({ action: 'deny' });
  expect(electron.windows).toHaveLength(1);
});

test('15. No shell.openExternal', () => {
  const used = houseFiles()
    .filter((file) => /^(electron|cli)\//.test(file) && isCode(file) && !isTest(file))
    .flatMap((file) => parseSync(file, read(file)).module.staticImports)
    .filter(({ moduleRequest }) => moduleRequest.value === 'electron')
    .flatMap(({ entries }) => entries)
    .filter((entry) => !entry.isType)
    .map(({ importName }) => importName.name);
  expect([...new Set(used)].toSorted()).toEqual([
    'BrowserWindow',
    'app',
    'contextBridge',
    'ipcMain',
    'ipcRenderer',
    'powerSaveBlocker',
    'utilityProcess',
  ]);
});

test('16. A current Electron', () => {
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  expect(devDependencies['electron']).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/);
});

test('17. The sender of every message is checked', async () => {
  const [channel, answer] = given(electron.ipcMain, 'handle');
  expect([channel, electron.ipcMain.calls.get('handle')?.length]).toEqual([CALL_CHANNEL, 1]);
  const handle = Callback.parse(answer);
  for (const senderFrame of [null, {}, { origin: ORIGIN }, { ...electron.mainFrame }]) {
    expect(await handle({ senderFrame }, 'session.view', null)).toEqual({ ok: false, failure: 'unknownCall' });
  }
  electron.mainFrame.origin = 'https://example.invalid';
  expect(await handle({ senderFrame: electron.mainFrame }, 'session.view', null)).toMatchObject({ ok: false });
  expect(call).not.toHaveBeenCalled();
  electron.mainFrame.origin = ORIGIN;
  await handle({ senderFrame: electron.mainFrame }, 'session.view', null);
  expect(call).toHaveBeenCalledExactlyOnceWith('session.view', null);
});

test('18. No file:// protocol', () => {
  expect((electron.session['protocol'] as Recorded).calls.get('handle')?.map(([scheme]) => scheme)).toEqual(['https']);
  const [decide] = given(electron.session['webRequest'], 'onBeforeRequest');
  const cancelled = FOREIGN.filter((url) => {
    const decided = vi.fn();
    Callback.parse(decide)({ url }, decided);
    return decided.mock.calls[0]?.[0]?.cancel === true;
  });
  expect(cancelled).toEqual(FOREIGN);
});

test('19. Fuses', () => {
  const fuses = z
    .object({ electronFuses: z.record(z.string(), z.boolean()) })
    .parse(parse(read('electron-builder.yml'))).electronFuses;
  expect(fuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
  });
});

test('20. No Electron API reaches the page', async () => {
  vi.stubGlobal('sessionStorage', { clear: () => {} });
  process.argv.push(namesArgument(BRIDGE_NAMES));
  try {
    await import('#electron/preload/electron-preload.ts');
  } finally {
    process.argv.pop();
    vi.unstubAllGlobals();
  }
  const exposed = electron.contextBridge.calls.get('exposeInMainWorld') ?? [];
  expect(exposed.map(([name]) => name)).toEqual(['kiosk']);
  const kiosk = z.record(z.string(), z.unknown()).parse(exposed[0]?.[1]);
  expect(Object.keys(kiosk).toSorted()).toEqual(['call', 'on']);
  await expect(Callback.parse(kiosk['call'])('kiosk:push', null)).rejects.toThrow('unknownCall');
  expect(electron.ipcRenderer.calls.get('invoke')).toBeUndefined();
});
