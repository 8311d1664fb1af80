/** Tells main whether the camera is plugged in, from the moment the page is loaded; nobody opens it for that. */
import { nameOfError } from '#contract/name-of-error.ts';
import type { Kiosk } from '../bridge/kiosk.ts';
import { findCamera } from './open-camera.ts';

/** Returns a function that stops watching. */
export function watchPresence({ camera, trouble }: Pick<Kiosk, 'camera' | 'trouble'>): () => void {
  const stop = new AbortController();
  const watch = async (): Promise<void> => {
    const wanted = await camera.wanted();
    // Outside a secure place, as in a developer's browser over plain http, there are no cameras at all.
    const cameras: MediaDevices | undefined = navigator.mediaDevices;
    if (wanted === null) return;
    const look = async (): Promise<void> => {
      const found = cameras === undefined ? null : await findCamera(wanted);
      const fault = found === null ? 'camera.absent' : found.ok ? null : found.fault;
      if (!stop.signal.aborted) await camera.report({ fault, watched: false });
    };
    cameras?.addEventListener('devicechange', () => void look(), { signal: stop.signal });
    await look();
  };
  watch().catch((error: unknown) => void trouble(`camera not looked for: ${nameOfError(error)}`));
  return () => stop.abort();
}
