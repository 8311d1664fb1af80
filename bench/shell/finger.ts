/** Presses real buttons on a page of the shell, through the browser's own input, and says when each press happened. */
import { z } from 'zod';
import type { CdpProbe } from '#fixtures/browser/cdp-probe.ts';

const Place = z.tuple([z.number(), z.number()]);
const Called = z.object({ name: z.literal('benchClicked'), payload: z.string() });

/** The page tells the wall time of a click: when the browser got it, before any script ran. */
const TELL_CLICKS = `addEventListener('click', (event) => {
  benchClicked(String(performance.timeOrigin + event.timeStamp));
}, { capture: true });`;

/** The middle of the button with these words, as soon as it is there and the screen takes a press again. */
const WHERE = (words: string): string => `new Promise((found) => {
  const look = () => {
    if (document.documentElement.dataset.press !== 'open') return false;
    const button = [...document.querySelectorAll('button')].find((each) =>
      !each.disabled && each.checkVisibility() && (each.ariaLabel ?? each.textContent).includes(${JSON.stringify(words)}));
    if (button === undefined) return false;
    button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = button.getBoundingClientRect();
    found([x + width / 2, y + height / 2]);
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})`;

const PATIENCE_MS = 30_000;

export type Place = Readonly<z.infer<typeof Place>>;

export interface Finger {
  /** Waits for the button with these words, or this label. Rejects when there is none in half a minute. */
  finds(words: string): Promise<Place>;
  /** Resolves with the wall time of the click in ms. */
  presses(place: Place): Promise<number>;
  /** Resolves when another document is shown than the one that `work` began on. */
  untilPageReplaced(work: () => Promise<void>): Promise<void>;
}

export async function openFinger(probe: CdpProbe): Promise<Finger> {
  await probe.page('Runtime.enable');
  await probe.page('Runtime.addBinding', { name: 'benchClicked' });
  await probe.page('Page.addScriptToEvaluateOnNewDocument', { source: TELL_CLICKS });
  await probe.evaluate(TELL_CLICKS);
  const mouse = (type: string, [x, y]: Place): Promise<unknown> =>
    probe.page('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  /** A page that is just being replaced can't answer; its successor can. */
  const answer = async (expression: string): Promise<unknown> => {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await probe.evaluate(expression);
      } catch (error) {
        if (performance.now() > until) throw error;
      }
    }
  };
  return {
    finds: async (words) => {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error(`no button says ${words}`)), PATIENCE_MS);
      try {
        return Place.parse(await Promise.race([answer(WHERE(words)), late.promise]));
      } finally {
        clearTimeout(timer);
      }
    },
    presses: async (place) => {
      const clicked = probe.event('Runtime.bindingCalled', Called);
      await mouse('mousePressed', place);
      await mouse('mouseReleased', place);
      return Number((await clicked).payload);
    },
    untilPageReplaced: async (work) => {
      await answer('window.benchSeen = true');
      await work();
      while ((await answer('window.benchSeen === true')) === true);
    },
  };
}
