/** Which sample a gallery frame shows, as its address says: `#sample/language/scale/machine`. */
import { Language } from '#contract/language.ts';
import type { ScreenView } from '#contract/screen.ts';
import { TextScale } from '#contract/screen/intent.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import { PANEL_SAMPLES, type PanelSample } from './panel/panel-samples.ts';
import { MACHINES, SAMPLES } from './samples/all-samples.ts';
import { makeView } from './samples/sample.ts';

export function addressOf(sample: string, language: Language, scale: TextScale, machine: string): string {
  return `#${sample}/${language}/${scale}/${machine}`;
}

/** Throws when the address names something that isn't there. */
export function viewAt(hash: string, revision: number): ScreenView {
  const [name = '', language, scale, machineName = ''] = hash.slice(1).split('/');
  const sample = SAMPLES.get(name);
  const machine = MACHINES[machineName];
  if (sample === undefined || machine === undefined) throw new Error(`The gallery has no ${hash}`);
  return makeView(sample, Language.parse(language), TextScale.parse(scale), machine, revision);
}

export interface PanelShown {
  readonly sample: PanelSample;
  readonly language: Language;
  readonly machine: MachineProfile;
}

/** Null when the address is that of a citizen's screen. */
export function panelAt(hash: string): PanelShown | null {
  const [name = '', language, , machineName = ''] = hash.slice(1).split('/');
  const sample = PANEL_SAMPLES.get(name);
  const machine = MACHINES[machineName];
  if (sample === undefined || machine === undefined) return null;
  return { sample, language: Language.parse(language), machine };
}
