/** Why a picture can't be taken yet, or that it can: the first reason that a person could do something about. */
import type { CaptureAdvice } from '#contract/camera.ts';
import { type Corners, findPage, type FoundPage } from './find-page.ts';
import { type Gray, histogramOf, shadeAt } from './gray.ts';

export type Quality = Exclude<CaptureAdvice, 'starting' | 'moving'>;

export interface Judgement {
  readonly quality: Quality;
  /** Null when there is no sheet. */
  readonly corners: Corners | null;
}

/** A sheet that covers less has too few pixels for its letters. */
const LEAST_SHARE = 0.1;
/** Paper that looks darker than this hides its print. */
const DARK_PAPER = 95;
/** A reflection is whiter than the paper around it, and saturated. */
const GLARE_SHADE = 250;
const GLARE_ABOVE_PAPER = 12;
const GLARE_SHARE = 0.008;
/** Sharp print and edges change from one pixel to the next by more than this share of the whole contrast. */
const SHARP_STEP = 0.3;

export function judge(gray: Gray): Judgement {
  const page = findPage(gray);
  if (page === null) return { quality: 'noPaper', corners: null };
  return { quality: qualityOf(gray, page), corners: page.corners };
}

function qualityOf(gray: Gray, page: FoundPage): Quality {
  if (page.cut) return 'cutEdge';
  if (page.share < LEAST_SHARE) return 'tooFar';
  const sheet = histogramOf(shadesOf(gray, page.mask));
  const paper = shadeAt(sheet, 0.6);
  if (paper < DARK_PAPER) return 'tooDark';
  if (glareOf(sheet, paper) > GLARE_SHARE) return 'glare';
  return sharpnessOf(gray) < SHARP_STEP ? 'blur' : 'ready';
}

function* shadesOf({ pixels }: Gray, mask: Uint8Array): Generator<number> {
  for (const [index, one] of mask.entries()) if (one === 1) yield pixels[index] ?? 0;
}

function glareOf(sheet: Uint32Array, paper: number): number {
  const from = Math.max(GLARE_SHADE, paper + GLARE_ABOVE_PAPER);
  const total = sheet.reduce((sum, count) => sum + count, 0);
  return sheet.subarray(Math.min(from, 256)).reduce((sum, count) => sum + count, 0) / total;
}

/**
 * The steepest steps between neighbouring pixels (the 99.8th percentile), as a share of the picture's whole contrast. The
 * sheet's own edge is always in it, so an empty page can be told sharp from blurred as well.
 */
function sharpnessOf({ width, height, pixels }: Gray): number {
  const steps = new Uint32Array(256);
  for (let y = 0; y < height - 1; y += 1)
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      const here = pixels[at] ?? 0;
      const step = Math.max(Math.abs((pixels[at + 1] ?? 0) - here), Math.abs((pixels[at + width] ?? 0) - here));
      steps[step] = (steps[step] ?? 0) + 1;
    }
  const all = histogramOf(pixels);
  const contrast = shadeAt(all, 0.98) - shadeAt(all, 0.02);
  return contrast <= 0 ? 0 : shadeAt(steps, 0.998) / contrast;
}
