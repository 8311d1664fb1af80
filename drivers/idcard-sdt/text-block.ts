/** The card's 256 bytes of text, UTF-16LE in fixed places, as an IdentityCard. Layouts of GA/T 490 and its variants (README). */
import { DocumentType, IdentityCard } from '#contract/devices/card-reader.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { isIdentityNumber } from './check-digit.ts';
import { TEXT_BYTES } from './codec.ts';

/** In every layout the letter at byte 248 says which layout it is. */
const TYPE_AT = 248;
const DOCUMENT_TYPES: Readonly<Record<string, DocumentType>> = {
  ' ': 'resident',
  '\0': 'resident',
  I: 'foreigner',
  J: 'hkMacauTaiwan',
  Y: 'foreigner2023',
};
const SEXES: Readonly<Record<string, IdentityCard['sex']>> = {
  '0': 'unknown',
  '1': 'male',
  '2': 'female',
  '9': 'unspecified',
};

/** A failure names the field that can't be true, never its value. */
export function readTextBlock(text: Uint8Array): Result<IdentityCard, string> {
  if (text.length !== TEXT_BYTES) return fail('length');
  const block = decode(text);
  if (block === null) return fail('encoding');
  const documentType = DOCUMENT_TYPES[block.charAt(TYPE_AT / 2)];
  if (documentType === undefined) return fail('type');
  const parsed = IdentityCard.safeParse(withoutBlanks(LAYOUTS[documentType](block)));
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => issue.path.join('.')).join(','));
  // The 15 characters of the 2017 card have another check, whose rule is not public enough to refuse a card by it.
  if (documentType !== 'foreigner' && !isIdentityNumber(parsed.data.idNumber)) return fail('idNumber');
  return ok(parsed.data);
}

type Fields = Readonly<Record<string, string | null | undefined>>;

const LAYOUTS: Readonly<Record<DocumentType, (block: string) => Fields>> = {
  resident: (block) => ({
    documentType: 'resident',
    name: at(block, 0, 30),
    sex: SEXES[at(block, 30, 2)],
    nation: at(block, 32, 4),
    birthDate: day(at(block, 36, 16)),
    address: at(block, 52, 70),
    idNumber: at(block, 122, 36),
    issuer: at(block, 158, 30),
    validFrom: day(at(block, 188, 16)),
    validTo: lastDay(at(block, 204, 16)),
  }),
  foreigner: (block) => ({
    documentType: 'foreigner',
    // Not every holder has a Chinese name.
    name: at(block, 158, 30) || at(block, 0, 120),
    nameLatin: at(block, 0, 120),
    sex: SEXES[at(block, 120, 2)],
    birthDate: day(at(block, 220, 16)),
    idNumber: at(block, 122, 30),
    validFrom: day(at(block, 188, 16)),
    validTo: lastDay(at(block, 204, 16)),
    nationality: at(block, 152, 6),
  }),
  hkMacauTaiwan: (block) => ({
    documentType: 'hkMacauTaiwan',
    name: at(block, 0, 30),
    sex: SEXES[at(block, 30, 2)],
    birthDate: day(at(block, 36, 16)),
    address: at(block, 52, 70),
    idNumber: at(block, 122, 36),
    issuer: at(block, 158, 30),
    validFrom: day(at(block, 188, 16)),
    validTo: lastDay(at(block, 204, 16)),
  }),
  foreigner2023: (block) => {
    // The 46 characters of the name lie in two places; only the whole is trimmed, a blank may stand at the seam.
    const nameLatin = trimmed(raw(block, 52, 70) + raw(block, 220, 22));
    return {
      documentType: 'foreigner2023',
      name: at(block, 0, 30) || nameLatin,
      nameLatin,
      sex: SEXES[at(block, 30, 2)],
      birthDate: day(at(block, 36, 16)),
      idNumber: at(block, 122, 36),
      validFrom: day(at(block, 188, 16)),
      validTo: lastDay(at(block, 204, 16)),
      nationality: at(block, 242, 6),
    };
  },
};

function decode(text: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    return null;
  }
}

/** Offset and length in bytes, as the standard counts. */
function raw(block: string, offset: number, length: number): string {
  return block.slice(offset / 2, (offset + length) / 2);
}

function trimmed(text: string): string {
  return text.replaceAll('\0', ' ').trim();
}

function at(block: string, offset: number, length: number): string {
  return trimmed(raw(block, offset, length));
}

/** `19600405` → `1960-04-05`; anything else stays as it is and fails the schema. */
function day(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function lastDay(text: string): string | null {
  return text === '长期' ? null : day(text);
}

function withoutBlanks(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));
}
