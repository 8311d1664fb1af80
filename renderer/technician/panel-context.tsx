/** What every part of the panel needs: the technician's language, the desk that answers, and the time. */
import { createContext, use } from 'react';
import type { Clock } from '#contract/clock.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { Desk } from './desk.ts';

export interface Panel {
  readonly language: Language;
  readonly desk: Desk;
  readonly clock: Clock;
  /** Picks the words of the technician's language: `say('机柜', 'Cabinet')`. */
  say(chinese: string, english: string): string;
  tell(text: LocalText): string;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = use(PanelContext);
  if (panel === null) throw new Error('A part of the panel was drawn outside of it.');
  return panel;
}
