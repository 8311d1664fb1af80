/** What comes back when the page calls main, and what never does. */
import { describe, expect, test } from 'vitest';
import type { Handlers } from '#contract/bridge.ts';
import { outOfServiceView } from '../main/out-of-service-view.ts';
import { serveBridge } from './serve.ts';

const view = outOfServiceView(3, 'release.refused', 'test');

function serve(some: Partial<Handlers> = {}) {
  const logged: string[] = [];
  const handlers: Handlers = {
    'session.view': async () => view,
    'session.intend': async () => ({ accepted: true }),
    'screen.painted': async () => null,
    'screen.trouble': async () => null,
    technician: async () => ({ kind: 'locked' }),
    'camera.wanted': async () => null,
    'camera.report': async () => null,
    'camera.keep': async () => ({ accepted: true }),
    'camera.page': async () => null,
    ...some,
  };
  return { logged, call: serveBridge(handlers, (event, detail) => logged.push(JSON.stringify({ event, ...detail }))) };
}

describe('the page calls main', () => {
  test('and gets the reply', async () => {
    const { call, logged } = serve();
    expect(await call('session.view', null)).toEqual({ ok: true, reply: view });
    expect(await call('session.intend', { revision: 3, intent: { kind: 'next' } })).toEqual({
      ok: true,
      reply: { accepted: true },
    });
    expect(logged).toEqual([]);
  });

  test.each([undefined, null, 7, {}, '', 'session.forget', 'toString', '__proto__'])(
    'by the name %j, which nobody answers to',
    async (name) => {
      expect(await serve().call(name, null)).toEqual({ ok: false, failure: 'unknownCall' });
    },
  );

  test.each([
    ['session.view', undefined],
    ['session.view', {}],
    ['session.intend', null],
    ['session.intend', { revision: -1, intent: { kind: 'next' } }],
    ['session.intend', { revision: 1.5, intent: { kind: 'next' } }],
    ['session.intend', { revision: 1, intent: { kind: 'openTheCabinet' } }],
    ['session.intend', { revision: 1, intent: { kind: 'next', extra: true } }],
    ['screen.trouble', { message: 'x'.repeat(501) }],
  ])('%s with a request of the wrong shape', async (name, request) => {
    const { call } = serve({
      'session.intend': () => Promise.reject(new Error('must not be reached')),
      'screen.trouble': () => Promise.reject(new Error('must not be reached')),
    });
    expect(await call(name, request)).toEqual({ ok: false, failure: 'badRequest' });
  });

  test('and main fails: the page learns a code, the log no word of the citizen', async () => {
    const { call, logged } = serve({
      'session.view': async () => {
        throw new TypeError('张三 110101194912310025');
      },
    });
    expect(await call('session.view', null)).toEqual({ ok: false, failure: 'internal' });
    expect(logged).toEqual([JSON.stringify({ event: 'bridge.internal', call: 'session.view', error: 'TypeError' })]);
  });

  test('and main replies in another shape than promised', async () => {
    const { call } = serve({ 'session.view': async () => ({ ...view, revision: -1 }) });
    expect(await call('session.view', null)).toEqual({ ok: false, failure: 'internal' });
  });
});
