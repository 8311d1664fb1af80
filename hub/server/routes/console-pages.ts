/** Serves the built console: files as they are, and the page itself at every address that is a page of it. */
import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { refuse } from './faults.ts';

const PAGES = ['/cases/*', '/kiosks', '/owed', '/promises', '/verify'];

/** `folder` is absolute and holds what `vite build hub/console` made; when it holds nothing yet, the page says so. */
export function consolePages(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    for (const address of ['/', ...PAGES]) app.get(address, (_request, reply) => refuse(reply, 'console.notBuilt'));
    return;
  }
  app.register(fastifyStatic, { root: folder, index: 'index.html', maxAge: 0 });
  for (const address of PAGES) app.get(address, (_request, reply) => reply.sendFile('index.html'));
}

export function unknownPages(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'page.unknown'));
}
