/** Which hub a kiosk may talk to without encryption: the one on its own machine, and nothing that only looks like it. */
import { expect, test } from 'vitest';
import { KioskConfig } from './config.ts';

const accepts = (url: string): boolean =>
  KioskConfig.safeParse({ station: 'micro-centre-1', store: './state', hub: { url } }).success;

test.each(['https://hub.wangshu.example', 'http://127.0.0.1:8700', 'http://localhost/', 'http://[::1]:80/v1'])(
  '%s is fine',
  (url) => {
    expect(accepts(url)).toBe(true);
  },
);

test.each([
  'http://hub.wangshu.example',
  'http://localhost.wangshu.example',
  'http://localhost:moon@hub.wangshu.example/',
  'http://127.0.0.1@hub.wangshu.example/',
  'ftp://localhost/',
  'hub',
])('%s is not', (url) => {
  expect(accepts(url)).toBe(false);
});
