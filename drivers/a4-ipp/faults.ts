/** What can go wrong with an A4 printer before a document was sent, as faults. After that there is only an outcome. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import type { Hindrance } from './status.ts';

const BY_HINDRANCE: Readonly<Record<NonNullable<Hindrance>, DeviceFault>> = {
  coverOpen: { code: 'page.coverOpen', completion: 'deviceNotReady', detail: 'cover open' },
  jammed: { code: 'page.jammed', completion: 'hardwareError', detail: 'media jam' },
  paperOut: { code: 'page.paperOut', completion: 'commandErrorCode', detail: 'media empty' },
  tonerOut: { code: 'page.tonerOut', completion: 'commandErrorCode', detail: 'toner empty' },
  notReady: { code: 'page.notReady', completion: 'deviceNotReady', detail: 'stopped, or takes no jobs' },
};

export const pageFaults = {
  silent: { code: 'page.silent', completion: 'deviceNotReady', detail: 'no answer' },
  noPdf: {
    code: 'page.refused',
    completion: 'unsupportedCommand',
    detail: 'this printer does not say that it takes PDF',
  },
  notPdf: { code: 'page.refused', completion: 'invalidData', detail: 'not a PDF' },
  hindered: (hindrance: NonNullable<Hindrance>): DeviceFault => BY_HINDRANCE[hindrance],
  /** RFC 8011, B.1; or HTTP's own refusal. */
  refused: (detail: string): DeviceFault => ({ code: 'page.refused', completion: 'commandErrorCode', detail }),
} as const satisfies Record<string, DeviceFault | ((...about: never[]) => DeviceFault)>;
