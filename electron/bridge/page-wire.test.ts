/** Both ends of the text wire between a page and main, joined without a browser. */
import { describe, expect, test } from 'vitest';
import { askByLine } from '../preload/ask-by-line.ts';
import { makeKioskWindow } from '../preload/make-kiosk-window.ts';
import { outOfServiceView } from '../main/out-of-service-view.ts';
import { answerLine, BRIDGE_NAMES, pushLine } from './page-wire.ts';

const view = outOfServiceView(1, 'release.refused', 'test');

describe('a page on a wire of text', () => {
  test('asks twice and gets each answer where it belongs, in whatever order they come', async () => {
    const lines: string[] = [];
    const asker = askByLine(
      (line) => lines.push(line),
      () => {},
    );
    const first = asker.ask('screen.painted', { revision: 1 });
    const second = asker.ask('screen.painted', { revision: 2 });
    for (const line of lines.toReversed()) {
      asker.receive((await answerLine(line, async (name, request) => ({ ok: true, reply: [name, request] }))) ?? '');
    }
    expect(await first).toEqual({ ok: true, reply: ['screen.painted', { revision: 1 }] });
    expect(await second).toEqual({ ok: true, reply: ['screen.painted', { revision: 2 }] });
  });

  test.each(['', 'no json', '[]', '{}', '{"id":"1"}', '{"id":-1,"name":"session.view","request":null}'])(
    'says %j and is not answered',
    async (line) => {
      expect(await answerLine(line, () => Promise.reject(new Error('must not be reached')))).toBeNull();
    },
  );

  test('hears what main publishes until it stops listening', () => {
    const heard: unknown[] = [];
    const end = makeKioskWindow(BRIDGE_NAMES, () => Promise.reject(new Error('must not be reached')));
    const asker = askByLine(() => {}, end.push);
    const stop = end.kiosk.on('session.view', (payload) => heard.push(payload));
    asker.receive(pushLine('session.view', view));
    stop();
    asker.receive(pushLine('session.view', view));
    expect(heard).toEqual([view]);
  });

  test('reads a failure as the message of an error, and names nothing outside the bridge', async () => {
    const { kiosk } = makeKioskWindow(BRIDGE_NAMES, async () => ({ ok: false, failure: 'badRequest' }));
    await expect(kiosk.call('session.view', null)).rejects.toThrow(/^badRequest$/);
    await expect(kiosk.call('kiosk:call', null)).rejects.toThrow(/^unknownCall$/);
    expect(() => kiosk.on('kiosk:push', () => {})).toThrow(/^unknownPush$/);
  });
});
