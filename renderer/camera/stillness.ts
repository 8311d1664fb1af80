/** Watches picture after picture: whether the sheet lies still, for how long, and whether the camera itself still lives. */
import type { CameraFault, CaptureAdvice } from '#contract/camera.ts';
import type { Gray } from './gray.ts';
import type { Judgement } from './judge.ts';

export interface Seen {
  readonly advice: CaptureAdvice;
  /** How full the ring is: 1 = take the picture now. */
  readonly filled: number;
  /** The camera shows nothing that could be true. */
  readonly fault: CameraFault | null;
}

/** Long enough for a hand to be taken away, short enough not to be waited for. */
const STILL_MS = 1_200;
/** Mean difference of shades between two pictures; a sensor's noise stays below, a hand does not. */
const MOVED_BY = 2.5;
/** No sensor is without noise: the very same picture for so long is an old one. */
const FROZEN_MS = 6_000;
const BLACK_MS = 3_000;
const BLACK_BELOW = 6;

export interface StillnessWatch {
  /** `at`: milliseconds that never go back. */
  see(gray: Gray, judgement: Judgement, at: number): Seen;
  /** A picture was taken: the ring fills anew before the next. */
  startOver(): void;
}

export function watchStillness(): StillnessWatch {
  let last: Gray | null = null;
  let stillSince: number | null = null;
  let sameSince: number | null = null;
  let blackSince: number | null = null;
  return {
    startOver: () => (stillSince = null),
    see: (gray, { quality }, at) => {
      const moved = last === null ? null : differenceOf(last, gray);
      last = gray;
      sameSince = moved === 0 ? (sameSince ?? at) : null;
      blackSince = isBlack(gray) ? (blackSince ?? at) : null;
      if (blackSince !== null && at - blackSince >= BLACK_MS)
        return { advice: 'tooDark', filled: 0, fault: 'camera.black' };
      if (sameSince !== null && at - sameSince >= FROZEN_MS)
        return { advice: quality, filled: 0, fault: 'camera.frozen' };
      const still = quality === 'ready' && moved !== null && moved < MOVED_BY;
      stillSince = still ? (stillSince ?? at) : null;
      if (quality !== 'ready') return { advice: quality, filled: 0, fault: null };
      if (stillSince === null) return { advice: 'moving', filled: 0, fault: null };
      return { advice: 'ready', filled: Math.min(1, (at - stillSince) / STILL_MS), fault: null };
    },
  };
}

function differenceOf(one: Gray, other: Gray): number {
  if (one.pixels.length !== other.pixels.length) return 255;
  let sum = 0;
  for (const [index, value] of one.pixels.entries()) sum += Math.abs(value - (other.pixels[index] ?? 0));
  return sum / one.pixels.length;
}

function isBlack({ pixels }: Gray): boolean {
  return pixels.reduce((sum, value) => sum + value, 0) / pixels.length < BLACK_BELOW;
}
