/** What is said of one fault, to each of the people it concerns. */
import type { LocalText } from './language.ts';

export interface FaultEntry {
  readonly clearedBy: 'itself' | 'citizen' | 'technician' | 'manager';
  /** What happened, in the citizen's words. */
  readonly citizen: LocalText;
  /** What the citizen can do next. */
  readonly nextStep: LocalText;
  /** What the technician does about it. */
  readonly technician: LocalText;
}
