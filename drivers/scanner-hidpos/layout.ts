/** Where in a scanner's reports the code lies: HID Point of Sale usage tables, page 8C, found by walking the descriptor. */
import { readDescriptor, type ReportElement } from '../hid/report-descriptor.ts';

/** Page × 65536 + id. */
const USAGE = {
  scanner: 0x8c_0002,
  aim: [0x8c_00fb, 0x8c_00fc, 0x8c_00fd],
  data: 0x8c_00fe,
  continued: 0x8c_00ff,
  byteCount: 0x01_003b,
} as const;

export interface ScanLayout {
  /** The report that brings scanned data; 0 in a device that numbers none. */
  readonly reportId: number;
  readonly numbered: boolean;
  readonly data: ReportElement;
  readonly byteCount: ReportElement;
  /** The three characters of the AIM identifier; null when the scanner's reports have no room for them. */
  readonly aim: readonly ReportElement[] | null;
  /** Null: this scanner's codes never take more than one report. */
  readonly continued: ReportElement | null;
  /** Ids of the device's feature reports, for what some makers want to be told. */
  readonly features: ReadonlySet<number>;
}

/** Null for a device that is no scanner, or one whose reports don't say how many bytes they hold. */
export function readLayout(bytes: Uint8Array): ScanLayout | null {
  const descriptor = readDescriptor(bytes);
  if (descriptor === null) return null;
  const scanned = descriptor.elements.filter(({ kind, within }) => kind === 'input' && within[0] === USAGE.scanner);
  const data = scanned.find(
    ({ usage, bitSize, bitOffset }) => usage === USAGE.data && bitSize === 8 && bitOffset % 8 === 0,
  );
  if (data === undefined) return null;
  const { reportId } = data;
  const at = (wanted: number): ReportElement | null =>
    scanned.find(({ usage, reportId: id }) => usage === wanted && id === reportId) ?? null;
  const byteCount = at(USAGE.byteCount);
  if (byteCount === null) return null;
  const aim = USAGE.aim.map(at).filter((each) => each !== null);
  return {
    reportId,
    numbered: descriptor.numbered,
    data,
    byteCount,
    aim: aim.length === USAGE.aim.length ? aim : null,
    continued: at(USAGE.continued),
    features: new Set(descriptor.elements.filter(({ kind }) => kind === 'feature').map(({ reportId: id }) => id)),
  };
}
