/** What can go wrong with chip cards, as faults; status words of the card stay in `detail`, what it said never does. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { SLOT_ERROR } from '../ccid/messages.ts';

export const chipFaults = {
  absent: { code: 'chip.absent', completion: 'timeOut' },
  stillThere: { code: 'device.canceled', completion: 'timeOut', detail: 'the card is still in the reader' },
  pulled: { code: 'chip.pulled', completion: 'userError' },
  silent: { code: 'chip.readerTrouble', completion: 'deviceNotReady', detail: 'no answer' },
  broken: { code: 'chip.readerTrouble', completion: 'hardwareError', detail: 'the reader says that it is broken' },
  taken: { code: 'device.busy', completion: 'deviceNotReady', detail: 'another program has the card' },
  otherCard: (status: string): DeviceFault => ({
    code: 'chip.otherCard',
    completion: 'userError',
    detail: `SW ${status} to the application`,
  }),
  refused: (status: string, step: number): DeviceFault => ({
    code: 'chip.unreadable',
    completion: 'commandErrorCode',
    detail: `SW ${status} at step ${step + 1} of the recipe`,
  }),
  /** A name of a field, never its value. */
  untrue: (field: string): DeviceFault => ({
    code: 'chip.unreadable',
    completion: 'commandErrorCode',
    detail: `not plausible: ${field}`,
  }),
  reader: (error: number): DeviceFault =>
    error === SLOT_ERROR.mute
      ? {
          code: 'chip.unreadable',
          completion: 'commandErrorCode',
          detail: 'the card does not answer: wrong way round?',
        }
      : { code: 'chip.unreadable', completion: 'commandErrorCode', detail: `reader error ${error}` },
  noRecipe: (name: string, known: readonly string[]): DeviceFault => ({
    code: 'device.protocol',
    completion: 'invalidData',
    detail: `no recipe "${name}"; known: ${known.join(', ')}`,
  }),
  unverified: (name: string): DeviceFault => ({
    code: 'device.protocol',
    completion: 'unsupportedCommand',
    detail: `recipe "${name}" was never compared with a real card: settings.allowUnverified`,
  }),
} as const satisfies Record<string, DeviceFault | ((...about: never[]) => DeviceFault)>;
