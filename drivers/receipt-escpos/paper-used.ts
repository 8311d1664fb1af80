/** About how much of the roll a receipt takes: for the technician's forecast, not for the printer. */
import type { Receipt } from '#contract/devices/printer.ts';

/** ESC 2: one sixth of an inch from line to line, which nobody changes here. */
const LINE_MM = 25.4 / 6;
/** What a line of double height takes besides. */
const HIGH_MM = 2;
/** A case number at 0.75 mm a module, with its margins. */
const QR_MM = 25;
const LINE_FEED = 0x0a;

/** `bytes`: the same receipt as it is sent. No character of GB18030 has a line feed in it; a drawn one may, rarely. */
export function paperMillimetres({ blocks }: Receipt, bytes: Uint8Array): number {
  const lines = bytes.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);
  const high = blocks.filter(({ kind }) => kind === 'title' || kind === 'emphasis').length;
  const codes = blocks.filter(({ kind }) => kind === 'qr').length;
  return Math.ceil(lines * LINE_MM + high * HIGH_MM + codes * QR_MM);
}
