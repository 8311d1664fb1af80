/** What every control needs of the session: which view is shown, and how to say what the citizen did. */
import { createContext, use } from 'react';
import type { Clock } from '#contract/clock.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { Camera } from '../bridge/kiosk.ts';
import type { PressGate } from './press-gate.ts';

export interface Session {
  readonly revision: number;
  readonly gate: PressGate;
  readonly clock: Clock;
  readonly camera: Camera;
  /** Sends what the citizen did on the view shown now; false when another view was already current. */
  intend(intent: Intent): Promise<boolean>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('A control was drawn outside the session.');
  return session;
}
