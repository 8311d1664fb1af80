/** Looks at what lies on the glass until a page of it is kept: a picture that can't be kept is said, and looked at anew. */
import type { CameraFault, CaptureAdvice, PageCode } from '#contract/camera.ts';
import type { Clock } from '#contract/clock.ts';
import type { Corners } from './find-page.ts';
import type { Looked, Taken } from './worker-words.ts';

/** Six looks a second: quick enough for a hand, slow enough for a weak machine. */
const LOOK_EVERY_MS = 160;
/** Long enough to read one sentence. */
const NOT_KEPT_MS = 3_000;

export interface CaptureState {
  readonly advice: CaptureAdvice;
  readonly filled: number;
  readonly corners: Corners | null;
}

export interface TakenPage {
  readonly jpeg: ArrayBuffer;
  readonly codes: readonly PageCode[];
}

/** An opened camera. */
export interface Eye {
  isLive(): boolean;
  look(): Promise<Looked>;
  take(): Promise<Taken>;
}

export interface GlassWatch {
  readonly eye: Eye;
  readonly clock: Pick<Clock, 'after'>;
  /** The shutter, since it was last asked. */
  pressed(): boolean;
  say(state: CaptureState): void;
  /** False: it was not kept. */
  keep(page: TakenPage): Promise<boolean>;
  readonly ended: AbortSignal;
}

/** Null: a page was kept, or nobody wants one any more. */
export async function watchGlass({ eye, clock, pressed, say, keep, ended }: GlassWatch): Promise<CameraFault | null> {
  const pause = (ms: number): Promise<void> => new Promise((then) => void clock.after(ms, then));
  let filled = 0;
  while (!ended.aborted) {
    if (!eye.isLive()) return 'device.lost';
    if (pressed() || filled === 1) {
      const { jpeg, codes } = await eye.take();
      if (ended.aborted) return null;
      if (jpeg !== null && (await keep({ jpeg, codes }))) return null;
      if (ended.aborted) return null;
      say({ advice: 'notKept', filled: 0, corners: null });
      await pause(NOT_KEPT_MS);
    }
    const seen = await eye.look();
    if (ended.aborted) return null;
    if (seen.fault !== null) return seen.fault;
    ({ filled } = seen);
    say(seen);
    await pause(LOOK_EVERY_MS);
  }
  return null;
}
