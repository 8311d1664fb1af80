/** A kiosk that always shows one sample: what the gallery puts in the place of the bridge. */
import type { ScreenView } from '#contract/screen.ts';
import type { Kiosk } from '../bridge/kiosk.ts';

export interface SampleKiosk extends Kiosk {
  show(view: ScreenView): void;
}

/** The gallery shows screens, not devices: whoever wants the camera waits for it. */
export const NO_CAMERA_YET: Kiosk['camera'] = {
  wanted: () => new Promise(() => {}),
  report: async () => {},
  keep: async () => false,
  page: async () => null,
};

/** `painted` hears each revision once it is on the glass. */
export function sampleKiosk(first: ScreenView, painted: (revision: number) => void): SampleKiosk {
  let current = first;
  let listen = (_view: ScreenView): void => {};
  return {
    view: async () => current,
    intend: async () => true,
    painted: async (revision) => {
      painted(revision);
    },
    trouble: async (message) => {
      console.error(message);
    },
    camera: NO_CAMERA_YET,
    onView: (listener) => {
      listen = listener;
      return () => {
        listen = () => {};
      };
    },
    technician: async () => ({ kind: 'locked' }),
    onTechnicianLocked: () => () => {},
    show: (view) => {
      current = view;
      listen(view);
    },
  };
}
