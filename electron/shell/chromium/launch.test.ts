/** The command line that opens the kiosk's window. */
import { describe, expect, test } from 'vitest';
import { chromiumArguments, isHeadless } from './launch.ts';

const options = { executable: '/bin/chromium', profileFolder: '/state/browser' };
const size = { width: 1080, height: 1920 };

describe('Chromium is started', () => {
  test('with a pipe and no port, in a window of the right size, on our page', () => {
    const args = chromiumArguments(options, size, false);
    expect(args).toContain('--remote-debugging-pipe');
    expect(args.join(' ')).not.toContain('remote-debugging-port');
    expect(args).toContain('--window-size=1080,1920');
    expect(args).toContain('--app=https://kiosk.invalid/');
    expect(args).toContain('--user-data-dir=/state/browser');
  });

  test('in its sandbox, unless as root', () => {
    expect(chromiumArguments(options, size, false)).not.toContain('--no-sandbox');
    expect(chromiumArguments(options, size, true)).toContain('--no-sandbox');
  });

  test('never with its guards down', () => {
    expect(chromiumArguments(options, size, true).join(' ')).not.toMatch(
      /disable-web-security|disable-site-isolation|single-process|allow-running-insecure|disable-popup-blocking/,
    );
  });

  test('without a window where there is no display', () => {
    expect(isHeadless(undefined)).toBe(false);
    expect(isHeadless(['--disable-gpu'])).toBe(false);
    expect(isHeadless(['--headless=new'])).toBe(true);
  });
});
