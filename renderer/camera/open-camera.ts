/** Finds the camera that kiosk.yaml names and opens it; says in the words of the fault table why it can't. */
import type { CameraFault, CameraWanted } from '#contract/camera.ts';
import { fail, ok, type Result } from '#contract/result.ts';

/** What a document camera of 8 megapixels gives; a lesser one gives what it has. */
const IDEAL = { width: { ideal: 3264 }, height: { ideal: 2448 } };

/** The name of a camera is empty as long as nobody opened one: then it can't be told apart yet. */
export async function findCamera({ name }: CameraWanted): Promise<Result<MediaDeviceInfo, CameraFault>> {
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  const camera = cameras.find(({ label }) => label.includes(name)) ?? cameras.find(({ label }) => label === '');
  if (camera !== undefined) return ok(camera);
  return fail(cameras.length === 0 ? 'camera.absent' : 'camera.other');
}

export async function openCamera(wanted: CameraWanted): Promise<Result<MediaStream, CameraFault>> {
  const camera = await findCamera(wanted);
  if (!camera.ok) return camera;
  const { deviceId } = camera.value;
  const only = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...IDEAL, ...only } });
    const label = stream.getVideoTracks()[0]?.label ?? '';
    if (label.includes(wanted.name)) return ok(stream);
    closeCamera(stream);
    return fail('camera.other');
  } catch {
    // Unplugged a moment ago, held by another program, or broken: for the citizen it is the same.
    return fail('camera.absent');
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
