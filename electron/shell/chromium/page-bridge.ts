/** The bridge of ChromiumShell: hears the page through a binding, and only our own page, and speaks back to it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Push, PushName } from '#contract/bridge.ts';
import { answerLine, pushLine } from '../../bridge/page-wire.ts';
import { ORIGIN, type ShellHost } from '../shell.ts';
import type { PageSession } from './page-session.ts';
import { pageScript } from './page-script.ts';

const ContextCreated = z.object({
  context: z.object({
    id: z.number(),
    origin: z.string(),
    auxData: z.object({ isDefault: z.boolean(), frameId: z.string() }),
  }),
});
const BindingCalled = z.object({ name: z.string(), payload: z.string(), executionContextId: z.number() });

export interface PageBridge {
  /** Whether the page shown now is ours. */
  connected(): boolean;
  publish<N extends PushName>(name: N, payload: Push<N>): void;
}

export async function openPageBridge(page: PageSession, call: ShellHost['call']): Promise<PageBridge> {
  const random = randomUUID().replaceAll('-', '');
  const globals = { send: `kioskSend${random}`, receive: `kioskReceive${random}` };
  /** The execution context of our page: main frame, default world, our origin. Calls of any other are dropped. */
  let ours: number | null = null;
  const speak = (contextId: number, line: string): void => {
    page.tell('Runtime.evaluate', { contextId, expression: `${globals.receive}(${JSON.stringify(line)})` });
  };

  page.on('Runtime.executionContextCreated', ContextCreated, ({ context }) => {
    const { isDefault, frameId } = context.auxData;
    if (isDefault && frameId === page.target) ours = context.origin === ORIGIN ? context.id : null;
  });
  page.on('Runtime.executionContextsCleared', z.unknown(), () => {
    ours = null;
  });
  page.on('Runtime.bindingCalled', BindingCalled, ({ name, payload, executionContextId }) => {
    if (name !== globals.send || executionContextId !== ours) return;
    void answerLine(payload, call).then((line) => {
      if (line !== null) speak(executionContextId, line);
    });
  });
  await Promise.all([
    page.send('Runtime.enable'),
    page.send('Runtime.addBinding', { name: globals.send }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(globals) }),
  ]);
  return {
    connected: () => ours !== null,
    publish: (name, payload) => {
      if (ours !== null) speak(ours, pushLine(name, payload));
    },
  };
}
