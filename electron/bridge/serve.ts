/** Answers the page's calls: the name, the request and the reply are each parsed; what goes wrong leaves as a code. */
import {
  bridge,
  CallName,
  type CallOutcome,
  type CallReply,
  type CallRequest,
  type Handlers,
} from '#contract/bridge.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';

/** Never rejects. A handler that throws, or replies in another shape than promised, is `internal` to the page. */
export function serveBridge(handlers: Handlers, log: Log): (name: unknown, request: unknown) => Promise<CallOutcome> {
  async function answer<N extends CallName>(name: N, request: unknown): Promise<CallOutcome> {
    const asked = bridge.calls[name].request.safeParse(request);
    if (!asked.success) {
      log('bridge.badRequest', { call: name, at: asked.error.issues[0]?.path.join('.') ?? '' });
      return { ok: false, failure: 'badRequest' };
    }
    try {
      const reply: CallReply<N> = await handlers[name](asked.data as CallRequest<N>);
      return { ok: true, reply: bridge.calls[name].reply.parse(reply) };
    } catch (error) {
      // The message may quote an answer of the citizen: only the kind of error is noted down.
      log('bridge.internal', { call: name, error: nameOfError(error) });
      return { ok: false, failure: 'internal' };
    }
  }
  return async (name, request) => {
    const known = CallName.safeParse(name);
    if (!known.success) {
      log('bridge.unknownCall');
      return { ok: false, failure: 'unknownCall' };
    }
    return answer(known.data, request);
  };
}
