/** What can go wrong with the card reader, as faults; the reader's own status byte stays in `detail`. */
import type { DeviceFault } from '#contract/devices/completion.ts';

const hex = (status: number): string => `SW3 ${status.toString(16).toUpperCase().padStart(2, '0')}`;

export const cardFaults = {
  absent: { code: 'card.absent', completion: 'timeOut' },
  stillThere: { code: 'device.canceled', completion: 'timeOut', detail: 'the card still lies there' },
  lifted: { code: 'card.lifted', completion: 'userError' },
  silent: { code: 'card.readerTrouble', completion: 'deviceNotReady', detail: 'no answer' },
  cannotTell: {
    code: 'device.protocol',
    completion: 'unsupportedCommand',
    detail: 'this reader does not say whether a card it has read still lies there',
  },
  unreadable: (status: number): DeviceFault => ({
    code: 'card.unreadable',
    completion: 'commandErrorCode',
    detail: hex(status),
  }),
  /** `fields` are names, never values. */
  untrue: (fields: string): DeviceFault => ({
    code: 'card.unreadable',
    completion: 'commandErrorCode',
    detail: `not plausible: ${fields}`,
  }),
  broken: (status: number): DeviceFault => ({
    code: 'card.readerTrouble',
    completion: 'hardwareError',
    detail: hex(status),
  }),
} as const satisfies Record<string, DeviceFault | ((...about: never[]) => DeviceFault)>;
