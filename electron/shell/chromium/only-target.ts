/** The browser has one page and keeps one page: popups, tabs and shared workers are closed the moment they appear. */
import { z } from 'zod';
import type { Cdp } from './cdp.ts';

const Created = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) });
const Destroyed = z.object({ targetId: z.string() });
const NewTarget = z.object({ targetId: z.string() });
const Attached = z.object({ sessionId: z.string() });

/**
 * The browser itself, the tab that holds our page, and what lives and ends with a page: frames, and workers of its own,
 * whose scripts the page's policy allows from our folder only.
 */
const LEFT_ALONE = ['browser', 'tab', 'iframe', 'worker'];

export interface OnlyTarget {
  readonly target: string;
  readonly session: string;
}

/** `closed` is called when our page's own window is gone. */
export async function keepOnlyTarget(cdp: Cdp, headless: boolean, closed: () => void): Promise<OnlyTarget> {
  const firstPage = Promise.withResolvers<string>();
  const seen = new Set<string>();
  let ours: string | null = null;
  const closeOthers = (): void => {
    if (ours === null) return;
    for (const target of seen) {
      if (target === ours) continue;
      seen.delete(target);
      // It may be gone already.
      cdp.send('Target.closeTarget', { targetId: target }).catch(() => {});
    }
  };
  cdp.onEvent(({ method, params, session }) => {
    if (session !== null) return;
    if (method === 'Target.targetCreated') {
      const { targetId, type } = Created.parse(params).targetInfo;
      if (LEFT_ALONE.includes(type)) return;
      seen.add(targetId);
      if (type === 'page') firstPage.resolve(targetId);
      closeOthers();
    } else if (method === 'Target.targetDestroyed' && Destroyed.parse(params).targetId === ours) {
      closed();
    }
  });
  void cdp.exited.then((why) => firstPage.reject(new Error(why)));
  firstPage.promise.catch(() => {});

  await cdp.send('Target.setDiscoverTargets', { discover: true });
  ours = headless
    ? NewTarget.parse(await cdp.send('Target.createTarget', { url: 'about:blank' })).targetId
    : await firstPage.promise;
  closeOthers();
  const { sessionId } = Attached.parse(await cdp.send('Target.attachToTarget', { targetId: ours, flatten: true }));
  return { target: ours, session: sessionId };
}
