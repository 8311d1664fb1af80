/** A conversation with one validator on an open line: begun before anything is said, and anew when it has forgotten its key. */
import { ok, type Result } from '#contract/result.ts';
import type { Obeyed } from '../cash/note-words.ts';
import type { Link, LinkTrouble } from '../link/link.ts';
import { REPLIES, type CommandName, type SspFrame } from './codec.ts';
import { openExchange } from './exchange.ts';
import { begin, type Secrecy } from './opening.ts';

type Told<T> = Promise<Result<T, LinkTrouble>>;

export interface Conversation {
  /** In step, and nothing said is unanswered; `refused`: there is no key for the two of us. */
  ready(signal: AbortSignal): Told<'ready' | 'refused'>;
  /** null: there is no key for the two of us. */
  ask(name: CommandName, parameters: readonly number[], signal: AbortSignal): Told<Uint8Array | null>;
  obeys(name: CommandName, parameters: readonly number[], signal: AbortSignal): Told<Obeyed>;
}

export interface Listener {
  /** What was answered to something that its asker had given up. */
  late(name: CommandName, reply: Uint8Array): void;
  /** It was begun: whatever lay in escrow is on its way out. */
  begun(): void;
}

export function openConversation(link: Link<SspFrame>, secrecy: Secrecy, listener: Listener): Conversation {
  const exchange = openExchange(link, listener.late);
  let begun = false;

  const ready = async (signal: AbortSignal): Told<'ready' | 'refused'> => {
    if (begun && exchange.inStep()) {
      const caughtUp = await exchange.catchUp(signal);
      if (!caughtUp.ok) return caughtUp;
      if (exchange.inStep()) return ok('ready');
    }
    const beginning = await begin(exchange, secrecy, signal);
    begun = beginning.ok && beginning.value === 'ready';
    if (begun) listener.begun();
    return beginning;
  };

  const ask: Conversation['ask'] = async (name, parameters, signal) => {
    for (let again = 0; again < 2; again += 1) {
      const inStep = await ready(signal);
      if (!inStep.ok) return inStep;
      if (inStep.value === 'refused') return ok(null);
      const reply = await exchange.ask(name, parameters, signal);
      if (!reply.ok || reply.value[0] !== REPLIES.keyNotSet) return reply;
    }
    return ok(null);
  };

  return {
    ready,
    ask,
    async obeys(name, parameters, signal) {
      const reply = await ask(name, parameters, signal);
      return reply.ok ? ok(reply.value?.[0] === REPLIES.ok ? 'done' : 'refused') : reply;
    },
  };
}
