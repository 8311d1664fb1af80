/** The three questions of the Megatec protocol that only ask, and what is in their replies. Sources: see README. */

/** S, C, T and their kind switch the power: they are not among them, and never will be. */
export const QUESTIONS = { status: 'Q1', rating: 'F', identity: 'I' } as const;
export type QuestionName = keyof typeof QUESTIONS;

/** One line of the supply without its CR. There is no checksum: the form is all that shows damage. */
export type UpsLine = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'damaged' };

/** The eight bits in the protocol's order, b7 first, as far as they say how it is. */
export interface Flags {
  readonly mainsFailed: boolean;
  readonly batteryLow: boolean;
  readonly bypassed: boolean;
  readonly failed: boolean;
  readonly testing: boolean;
  readonly shuttingDown: boolean;
}

export type UpsAnswer =
  | {
      readonly kind: 'status';
      readonly flags: Flags;
      readonly inputVolts: number;
      readonly loadPercent: number;
      /** Of one cell where the supply is an on-line type, of the whole battery otherwise. */
      readonly batteryVolts: number;
      /** null where there is no sensor. */
      readonly celsius: number | null;
    }
  | { readonly kind: 'rating'; readonly volts: number }
  | { readonly kind: 'identity'; readonly name: string };

const CR = 0x0d;
const STATUS =
  /^\((?<input>\d{3}\.\d) \d{3}\.\d \d{3}\.\d (?<load>\d{3}) \d{2}\.\d (?<battery>\d{1,3}\.\d{1,2}) (?<celsius>\d{2}\.\d|--\.-) (?<flags>[01]{8})$/;
const RATING = /^#(?<volts>\d{3}\.\d) \d{3} \d{2,3}\.\d{1,2} \d{2}\.\d$/;
/** Fifteen characters of the maker, ten of the model, ten of the version, blanks between. */
const IDENTITY = /^#(?<name>[ -~]{15} [ -~]{10} [ -~]{10})$/;

export function encodeQuestion(name: QuestionName): Uint8Array {
  return Uint8Array.of(...Buffer.from(QUESTIONS[name], 'latin1'), CR);
}

/** null: no answer to this question. */
export function decodeAnswer(name: QuestionName, line: UpsLine): UpsAnswer | null {
  if (line.kind === 'damaged') return null;
  switch (name) {
    case 'status':
      return statusOf(STATUS.exec(line.text)?.groups);
    case 'rating': {
      const volts = RATING.exec(line.text)?.groups?.['volts'];
      return volts === undefined ? null : { kind: 'rating', volts: Number(volts) };
    }
    case 'identity': {
      const text = RATING.test(line.text) ? undefined : IDENTITY.exec(line.text)?.groups?.['name'];
      return text === undefined ? null : { kind: 'identity', name: text.trim().replaceAll(/ +/g, ' ') };
    }
  }
}

/** What no reply of this protocol looks like arrived damaged. */
export function isWellFormed(text: string): boolean {
  return STATUS.test(text) || RATING.test(text) || IDENTITY.test(text);
}

function statusOf(fields: Readonly<Record<string, string>> | undefined): UpsAnswer | null {
  if (fields === undefined) return null;
  const { input, load, battery, celsius, flags = '' } = fields;
  const [mainsFailed, batteryLow, bypassed, failed, , testing, shuttingDown] = [...flags].map((bit) => bit === '1');
  return {
    kind: 'status',
    inputVolts: Number(input),
    loadPercent: Number(load),
    batteryVolts: Number(battery),
    celsius: celsius === '--.-' ? null : Number(celsius),
    flags: {
      mainsFailed: mainsFailed ?? false,
      batteryLow: batteryLow ?? false,
      bypassed: bypassed ?? false,
      failed: failed ?? false,
      testing: testing ?? false,
      shuttingDown: shuttingDown ?? false,
    },
  };
}
