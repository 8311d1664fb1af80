/** What one kind of screen contributes; the frame around it is the same everywhere. */
import type { ScreenBody, ScreenView } from '#contract/screen.ts';
import type { Button, Fact } from '#contract/screen/parts.ts';
import type { ActivityKind } from '../wanted-activities.ts';
import type { TextKey } from '../../language/texts.ts';

export interface Sheet {
  readonly title: string;
  readonly body: ScreenBody;
  /** What the ear hears after the title, one sentence or heading each. */
  readonly spoken: readonly string[];
  /** What the help page says of this screen. */
  readonly help: TextKey;
  readonly primary?: Button | null;
  readonly back?: Button | null;
  readonly others?: readonly Button[];
  readonly notice?: ScreenView['notice'];
}

/** What a view can't know from the visit alone. */
export interface Look {
  readonly revision: number;
  /** Milliseconds until a running activity gives up; null when it hasn't begun yet. */
  leftMs(kind: ActivityKind): number | null;
}

export function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

/** "label：value" for the ear. */
export function spokenFacts(facts: readonly Fact[], language: string): readonly string[] {
  return facts.map(({ label, value }) => (language === 'en' ? `${label}: ${value}` : `${label}：${value}`));
}
