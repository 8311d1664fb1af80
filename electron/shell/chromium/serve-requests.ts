/** Every request of the page is answered here, from disk, or fails; none reaches a network. */
import { z } from 'zod';
import { EMPTY_PAGE, emptyPage, ORIGIN, type ShellHost } from '../shell.ts';
import type { PageSession } from './page-session.ts';

const Paused = z.object({
  requestId: z.string(),
  request: z.object({ url: z.string(), method: z.string() }),
});

export async function serveRequests(page: PageSession, asset: ShellHost['asset']): Promise<void> {
  page.on('Fetch.requestPaused', Paused, ({ requestId, request }) => {
    void answer(request, asset).then(async (response) => {
      if (response === null) {
        page.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        return;
      }
      page.tell('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
    });
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(request: { url: string; method: string }, asset: ShellHost['asset']): Promise<Response | null> {
  if (request.method !== 'GET') return null;
  if (request.url === EMPTY_PAGE) return emptyPage();
  const url = URL.parse(request.url);
  if (url === null || url.origin !== ORIGIN) return null;
  return asset(url.pathname).catch(() => new Response(null, { status: 500 }));
}
