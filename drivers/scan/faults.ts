/** What can go wrong with a scanner, as faults; of a code that came damaged only how, never what it says. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { HOW_DAMAGED } from './damage-words.ts';
import type { Damage } from './news.ts';

export const scanFaults = {
  absent: { code: 'scan.absent', completion: 'timeOut' },
  damaged: (why: Damage): DeviceFault => ({
    code: 'scan.unreadable',
    completion: 'timeOut',
    detail: HOW_DAMAGED[why].en,
  }),
  silent: { code: 'scanner.silent', completion: 'timeOut' },
} as const satisfies Record<string, DeviceFault | ((why: Damage) => DeviceFault)>;
