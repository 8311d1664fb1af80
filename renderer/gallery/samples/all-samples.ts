/** Every sample by name, in the order a citizen meets them, and the machines they are looked at on. */
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import { browsingSamples } from './browsing.ts';
import { choosingSamples } from './choosing.ts';
import { endingSamples } from './endings.ts';
import { feeSamples } from './fees.ts';
import { handoutSamples } from './handouts.ts';
import { hallSamples } from './hall.ts';
import { interruptionSamples } from './interruptions.ts';
import { listSamples } from './lists.ts';
import { lookupSamples } from './lookups.ts';
import { mergedSamples } from './merged.ts';
import { promiseSamples } from './promises.ts';
import { questionSamples } from './questions.ts';
import type { Sample } from './sample.ts';
import { scanSamples } from './scans.ts';
import { searchSamples } from './searches.ts';
import { stepSamples } from './steps.ts';

export const SAMPLES: ReadonlyMap<string, Sample> = new Map(
  Object.entries({
    ...hallSamples,
    ...browsingSamples,
    ...choosingSamples,
    ...searchSamples,
    ...stepSamples,
    ...questionSamples,
    ...listSamples,
    ...scanSamples,
    ...lookupSamples,
    ...feeSamples,
    ...handoutSamples,
    ...promiseSamples,
    ...endingSamples,
    ...mergedSamples,
    ...interruptionSamples,
  }),
);

const mounted = { lowerEdgeMm: 800, viewingDistanceMm: 600 };

/** Millimetres of the visible picture, from common panels. */
export const MACHINES: Readonly<Record<string, MachineProfile>> = {
  'portrait-27': { widthPx: 1080, heightPx: 1920, widthMm: 336, heightMm: 597, ...mounted },
  'portrait-21': { widthPx: 1080, heightPx: 1920, widthMm: 268, heightMm: 476, ...mounted },
  'portrait-43-4k': { widthPx: 2160, heightPx: 3840, widthMm: 529, heightMm: 941, ...mounted, viewingDistanceMm: 700 },
  'landscape-24': { widthPx: 1920, heightPx: 1080, widthMm: 527, heightMm: 296, ...mounted },
};
