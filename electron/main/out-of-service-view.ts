/** The one screen that needs no release: said in both languages at once, with a reference for the technician. */
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';

/** The commonest cabinet, used only until a release says what this machine is: 27 inches, portrait. */
export const ASSUMED_MACHINE: MachineProfile = {
  widthPx: 1080,
  heightPx: 1920,
  widthMm: 336,
  heightMm: 597,
  lowerEdgeMm: 800,
  viewingDistanceMm: 600,
};

/** `reference` is what a citizen can tell the phone service, for example `release.refused/badSignature`. */
export function outOfServiceView(revision: number, code: FaultCode, reference: string): ScreenView {
  const { citizen, nextStep } = FAULTS[code];
  const headline = `${citizen['zh-CN']} · ${citizen.en}`;
  const detail = `${nextStep['zh-CN']}\n${nextStep.en}`;
  return {
    revision,
    language: 'zh-CN',
    languages: [],
    scale: 'standard',
    scales: [],
    machine: ASSUMED_MACHINE,
    station: '',
    title: headline,
    spoken: `${citizen['zh-CN']}。${nextStep['zh-CN']} ${citizen.en}. ${nextStep.en}`,
    progress: null,
    primary: null,
    back: null,
    leave: null,
    cart: null,
    others: [],
    notice: null,
    marks: [],
    dialog: null,
    help: { label: '', open: false, title: '', paragraphs: [], others: [], close: '' },
    labels: { language: '', scale: '', erase: '', privacy: '' },
    body: { kind: 'outOfService', headline, detail, reference },
  };
}
