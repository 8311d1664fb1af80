/** The camera while its picture is wanted: opened, looked at several times a second, and a page taken when all is well. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraFault, CaptureAdvice, PageCode } from '#contract/camera.ts';
import { fail } from '#contract/result.ts';
import type { Camera } from '../bridge/kiosk.ts';
import type { Corners } from './find-page.ts';
import { closeCamera, openCamera } from './open-camera.ts';
import { startWorker, type CameraWorker } from './start-worker.ts';

/** Six looks a second: quick enough for a hand, slow enough for a weak machine. */
const LOOK_EVERY_MS = 160;
const LOOK_WIDTH = 640;

export interface CaptureState {
  readonly advice: CaptureAdvice;
  readonly filled: number;
  readonly corners: Corners | null;
}

export interface Capture extends CaptureState {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Takes the picture now, whatever the advice is. */
  shoot(): void;
}

export interface TakenPage {
  readonly jpeg: ArrayBuffer;
  readonly codes: readonly PageCode[];
}

const STARTING: CaptureState = { advice: 'starting', filled: 0, corners: null };

/** `taken` is awaited before anything more is looked at. While not `wanted` the camera is closed. */
export function useCapture(camera: Camera, wanted: boolean, taken: (page: TakenPage) => Promise<void>): Capture {
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
      video: () => video.current,
      pressed: () => shutter.current,
      say: setState,
      keep: (page) => keep.current(page),
      ended: ended.signal,
    }).catch(() => {
      if (!ended.signal.aborted) void camera.report({ fault: 'device.lost', watched: true });
    });
    return () => ended.abort();
  }, [camera, wanted]);
  return { ...state, video, shoot: () => (shutter.current = true) };
}

interface Run {
  readonly camera: Camera;
  video(): HTMLVideoElement | null;
  pressed(): boolean;
  say(state: CaptureState): void;
  keep(page: TakenPage): Promise<void>;
  readonly ended: AbortSignal;
}

async function run({ camera, video, pressed, say, keep, ended }: Run): Promise<void> {
  say(STARTING);
  const tell = (fault: CameraFault): Promise<void> => camera.report({ fault, watched: true });
  const wanted = await camera.wanted();
  // No camera of this kiosk: one that somebody plugged in is not looked through.
  const opened = wanted === null ? fail('camera.absent' as const) : await openCamera(wanted);
  if (!opened.ok) return ended.aborted ? undefined : tell(opened.fault);
  const stream = opened.value;
  const worker = startWorker();
  try {
    const screen = video();
    if (ended.aborted || screen === null) return;
    screen.srcObject = stream;
    await screen.play();
    await camera.report({ fault: null, watched: true });
    let filled = 0;
    while (!ended.aborted) {
      if (stream.getVideoTracks()[0]?.readyState !== 'live') return await tell('device.lost');
      if (pressed() || filled === 1) {
        const page = await take(screen, worker);
        if (page !== null && !ended.aborted) await keep(page);
        return;
      }
      const seen = await worker.look(await smallPicture(screen), performance.now());
      if (ended.aborted) return;
      if (seen.fault !== null) return await tell(seen.fault);
      ({ filled } = seen);
      say(seen);
      await new Promise((then) => setTimeout(then, LOOK_EVERY_MS));
    }
  } finally {
    worker.stop();
    closeCamera(stream);
  }
}

function smallPicture(screen: HTMLVideoElement): Promise<ImageBitmap> {
  const resizeHeight = Math.round((screen.videoHeight * LOOK_WIDTH) / screen.videoWidth);
  return createImageBitmap(screen, { resizeWidth: LOOK_WIDTH, resizeHeight, resizeQuality: 'medium' });
}

async function take(screen: HTMLVideoElement, worker: CameraWorker): Promise<TakenPage | null> {
  const { jpeg, codes } = await worker.take(await createImageBitmap(screen));
  return jpeg === null ? null : { jpeg, codes };
}
