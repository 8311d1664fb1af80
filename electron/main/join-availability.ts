/** What of the whole kiosk can be had: its devices and its line, room for what is entered, and the day. */
import type { Availability } from '#contract/devices/availability.ts';
import type { AvailabilityWatch } from '../devices/watch-availability.ts';
import type { RoomWatch } from '../store/watch-room.ts';
import type { Timekeeper } from '../time/timekeeper.ts';

export interface WatchedParts {
  readonly devices: Pick<AvailabilityWatch, 'lack' | 'onChange'>;
  readonly room: Pick<RoomWatch, 'full' | 'onChange'>;
  readonly time: Pick<Timekeeper, 'state' | 'onChange'>;
}

export function joinAvailability({ devices, room, time }: WatchedParts): Availability {
  return {
    lack: (need) => {
      if (need === 'Room') return room.full() ? { fault: 'store.full', reference: 'store.full' } : null;
      if (need !== 'Day') return devices.lack(need);
      const { wrong } = time.state();
      return wrong === null ? null : { fault: 'clock.wrong', reference: `clock.wrong/${wrong}` };
    },
    onChange: (listen) => {
      const stops = [devices, room, time].map((part) => part.onChange(listen));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
