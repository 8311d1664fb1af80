/** A missing library is named by the Debian package that brings it. */
import { expect, test } from 'vitest';
import { isNewEnough } from './find-node.mjs';
import { notFound, packagesFor } from './system-libraries.mjs';

test('the missing ones are read from what ldd prints', () => {
  const listing =
    '\tlinux-vdso.so.1 (0x0)\n\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibplc4.so => not found\n';
  expect(notFound(listing)).toEqual(['libnss3.so', 'libplc4.so']);
  expect(packagesFor(notFound(listing))).toEqual({ packages: ['libnspr4', 'libnss3'], unknown: [] });
});

test('a library that nobody knows is told by its own name', () => {
  expect(packagesFor(['libstrange.so.2'])).toEqual({ packages: [], unknown: ['libstrange.so.2'] });
});

test('only a Node that runs TypeScript by itself is new enough', () => {
  expect(['v18.20.0', 'v22.17.1', 'v22.18.0', 'v24.0.0'].map(isNewEnough)).toEqual([false, false, true, true]);
});
