/** The least a page can be and still answer: one button, one number; served from memory, with no bundle and no font. */
import { z } from 'zod';
import type { ShellHost } from '#electron/shell/shell.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>empty</title>
<script type="module" src="/page.js"></script><button>0</button>`;

/** Asks the host at each press, draws the number that comes back, and tells when it is painted: a kiosk's own path. */
const SCRIPT = `
const button = document.querySelector('button');
let revision = 0;
const tellPainted = () => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); kiosk.call('screen.painted', { revision }); };
  requestAnimationFrame(() => port2.postMessage(null));
};
button.addEventListener('click', async () => {
  await kiosk.call('session.intend', { revision, intent: { kind: 'next' } });
  revision += 1;
  button.textContent = String(revision);
  tellPainted();
});
tellPainted();
document.documentElement.dataset.press = 'open';
`;

const FILES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['/', ['text/html', PAGE]],
  ['/page.js', ['text/javascript', SCRIPT]],
]);
const Painted = z.object({ revision: z.number() });

export function emptyKiosk(painted: (revision: number) => void): ShellHost {
  return {
    asset: async (pathname) => {
      const [type, text] = FILES.get(pathname) ?? [];
      if (type === undefined) return new Response(null, { status: 404 });
      return new Response(text, { headers: { 'content-type': type } });
    },
    call: async (name, request) => {
      if (name === 'screen.painted') painted(Painted.parse(request).revision);
      return { ok: true, reply: name === 'session.intend' ? { accepted: true } : null };
    },
    gone: (reason) => {
      throw new Error(`the empty page was lost: ${reason}`);
    },
  };
}
