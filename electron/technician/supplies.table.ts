/** What runs out, by model: what is counted of it, how a new one is measured, and what the device says itself. */
import type { LocalText } from '#contract/language.ts';
import type { SupplyUnit } from '#contract/technician/supplies.ts';

export interface SupplyKind {
  readonly name: string;
  readonly label: LocalText;
  readonly unit: SupplyUnit;
  /** Which count of the device's statistics uses it up, and how many of those make one unit; null: none does. */
  readonly counted: string | null;
  readonly perUnit: number;
  /** What a new one holds, in units, by the device's settings; null: only the device knows what is left. */
  readonly full: ((settings: Readonly<Record<string, unknown>>) => number) | null;
  /** On the status board: ok, nearEnd or out. */
  readonly value: string;
  /** On the status board: what is left in percent; null where no device says so. */
  readonly percentValue: string | null;
}

const USUAL_ROLL_METRES = 80;

export const SUPPLIES: Readonly<Record<string, readonly SupplyKind[]>> = {
  'receipt-escpos': [
    {
      name: 'roll',
      label: { 'zh-CN': '凭条纸卷', en: 'receipt roll' },
      unit: 'metre',
      counted: 'millimetres',
      perUnit: 1_000,
      full: ({ rollMetres }) => (typeof rollMetres === 'number' ? rollMetres : USUAL_ROLL_METRES),
      value: 'paper',
      percentValue: null,
    },
  ],
  'a4-ipp': [
    {
      name: 'paper',
      label: { 'zh-CN': 'A4 纸', en: 'A4 paper' },
      unit: 'sheet',
      counted: 'sheets',
      perUnit: 1,
      full: () => 500,
      value: 'paper',
      percentValue: null,
    },
    {
      name: 'toner',
      label: { 'zh-CN': '墨粉', en: 'toner' },
      unit: 'percent',
      counted: null,
      perUnit: 1,
      full: null,
      value: 'toner',
      percentValue: 'tonerPercent',
    },
  ],
};
