/** One page of the browser as an object: commands to it, and its events, each parsed before it is acted on. */
import type { z } from 'zod';
import type { Cdp } from './cdp.ts';

export interface PageSession {
  /** Equals the id of its main frame. */
  readonly target: string;
  send(method: string, params?: object): Promise<unknown>;
  /** For commands whose failure means only that the page went away meanwhile; that is noticed elsewhere. */
  tell(method: string, params?: object): void;
  on<T>(method: string, schema: z.ZodType<T>, react: (event: T) => void): void;
}

export function pageSession(cdp: Cdp, target: string, session: string): PageSession {
  const send = (method: string, params: object = {}): Promise<unknown> => cdp.send(method, params, session);
  return {
    target,
    send,
    tell: (method, params) => {
      send(method, params).catch(() => {});
    },
    on: (method, schema, react) => {
      cdp.onEvent((event) => {
        if (event.session === session && event.method === method) react(schema.parse(event.params));
      });
    },
  };
}
