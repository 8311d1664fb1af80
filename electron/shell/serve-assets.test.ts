/** What the renderer's folder gives to a page, and what it keeps. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveAssets } from './serve-assets.ts';

describe('the page asks for a file', () => {
  let folder: string;
  let asset: ReturnType<typeof serveAssets>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-assets-'));
    await mkdir(path.join(folder, 'build/assets'), { recursive: true });
    await mkdir(path.join(folder, 'build-other'));
    await writeFile(path.join(folder, 'build/index.html'), '<p>夜办</p>');
    await writeFile(path.join(folder, 'build/assets/main.js'), '1');
    await writeFile(path.join(folder, 'build/notes.txt'), 'not a page');
    await writeFile(path.join(folder, 'secret.html'), 'secret');
    await writeFile(path.join(folder, 'build-other/secret.html'), 'secret');
    await symlink(path.join(folder, 'secret.html'), path.join(folder, 'build/link.html'));
    asset = serveAssets(path.join(folder, 'build'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('and gets it with its type', async () => {
    const page = await asset('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toBe('<p>夜办</p>');
    expect((await asset('/assets/main.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('under a policy that lets it run and draw itself, nothing else', async () => {
    const policy = (await asset('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  test.each([
    '/nothing.html',
    '/assets',
    '/notes.txt',
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/../build-other/secret.html',
    '/..\\secret.html',
    '/link.html',
    '/index.html%00.js',
    '/%zz',
    '',
  ])('at %j and gets nothing', async (pathname) => {
    const refused = await asset(pathname);
    expect([refused.status, await refused.text()]).toEqual([404, '']);
  });
});
