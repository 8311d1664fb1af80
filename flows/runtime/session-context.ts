/** What the hall remembers of one citizen beside the plan: plain data, empty again after every way out. */
import { z } from 'zod';
import { Day, ServiceId, SessionId } from '#contract/ids.ts';
import { Language } from '#contract/language.ts';
import { TextScale } from '#contract/screen.ts';

export const SessionContext = z.strictObject({
  session: SessionId.nullable(),
  /** Frozen when the session begins. */
  today: Day.nullable(),
  language: Language,
  scale: TextScale,
  help: z.boolean(),
  /** Counts what the citizen did: each touch begins the wait for the next anew. */
  touches: z.number().int().nonnegative(),
  /** The service whose page is open or whose plan runs. */
  service: ServiceId.nullable(),
});
export type SessionContext = Readonly<z.infer<typeof SessionContext>>;

export function emptyContext(language: Language): SessionContext {
  return { session: null, today: null, language, scale: 'standard', help: false, touches: 0, service: null };
}
