/** The camera while its picture is wanted: opened, looked at several times a second, and a page taken when all is well. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraFault } from '#contract/camera.ts';
import type { Clock } from '#contract/clock.ts';
import { fail } from '#contract/result.ts';
import type { Camera } from '../bridge/kiosk.ts';
import type { CameraWorker } from './ask-worker.ts';
import { closeCamera, openCamera } from './open-camera.ts';
import { startWorker } from './start-worker.ts';
import { watchGlass, type CaptureState, type Eye, type GlassWatch, type TakenPage } from './watch-glass.ts';
import { within } from './within.ts';

const LOOK_WIDTH = 640;
/** A camera that is opened and gives no picture for so long gives none. */
const FIRST_PICTURE_MS = 10_000;

export interface Capture extends CaptureState {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Takes the picture now, whatever the advice is. */
  shoot(): void;
}

interface CaptureNeeds {
  readonly camera: Camera;
  readonly clock: Clock;
  /** While not, the camera is closed. */
  readonly wanted: boolean;
}

const STARTING: CaptureState = { advice: 'starting', filled: 0, corners: null };

/** `taken` is awaited before anything more is looked at; false: the page was not kept. */
export function useCapture({ camera, clock, wanted }: CaptureNeeds, taken: GlassWatch['keep']): Capture {
  const video = useRef<HTMLVideoElement | null>(null);
  const shutter = useRef(false);
  const keep = useRef(taken);
  const [state, setState] = useState(STARTING);
  useEffect(() => {
    keep.current = taken;
  });
  useEffect(() => {
    if (!wanted) return;
    const ended = new AbortController();
    shutter.current = false;
    run({
      camera,
      clock,
      video: () => video.current,
      pressed: () => {
        const pressed = shutter.current;
        shutter.current = false;
        return pressed;
      },
      say: setState,
      keep: (page: TakenPage) => keep.current(page),
      ended: ended.signal,
    })
      .catch((): CameraFault => 'device.lost')
      .then((fault) => {
        if (fault !== null && !ended.signal.aborted) void camera.report({ fault, watched: true });
      });
    return () => ended.abort();
  }, [camera, clock, wanted]);
  return { ...state, video, shoot: () => (shutter.current = true) };
}

interface Run extends Omit<GlassWatch, 'eye'> {
  readonly camera: Camera;
  readonly clock: Clock;
  video(): HTMLVideoElement | null;
}

async function run({ camera, video, ...watch }: Run): Promise<CameraFault | null> {
  const { clock, say, ended } = watch;
  say(STARTING);
  const wanted = await camera.wanted();
  // No camera of this kiosk: one that somebody plugged in is not looked through.
  const opened = wanted === null ? fail('camera.absent' as const) : await openCamera(wanted);
  if (!opened.ok) return opened.fault;
  const stream = opened.value;
  const worker = startWorker(clock);
  try {
    const screen = video();
    if (ended.aborted || screen === null) return null;
    screen.srcObject = stream;
    await within(clock, FIRST_PICTURE_MS, screen.play());
    await camera.report({ fault: null, watched: true });
    return await watchGlass({ ...watch, eye: eyeOf(screen, stream, worker) });
  } finally {
    worker.stop();
    closeCamera(stream);
  }
}

function eyeOf(screen: HTMLVideoElement, stream: MediaStream, worker: CameraWorker): Eye {
  return {
    isLive: () => stream.getVideoTracks()[0]?.readyState === 'live',
    look: async () => worker.look(await smallPicture(screen), performance.now()),
    take: async () => worker.take(await createImageBitmap(screen)),
  };
}

function smallPicture(screen: HTMLVideoElement): Promise<ImageBitmap> {
  const resizeHeight = Math.round((screen.videoHeight * LOOK_WIDTH) / screen.videoWidth);
  return createImageBitmap(screen, { resizeWidth: LOOK_WIDTH, resizeHeight, resizeQuality: 'medium' });
}
